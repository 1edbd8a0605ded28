import { parse } from 'dotenv';
import { findDotenvEntries } from './dotenvEntries';
import { Reading } from './reading';

const shape = {
  content: /\S/g,
  head: /(?:export\s+)?([\w.-]+)(?:\s*=|:\s)/y,
  quotes: '\'"`',
};

/** Reads a file as the Node package dotenv does. The package itself decides each value. */
export function readNodeDotenv(text: string): Reading {
  const normal = text.replace(/\r\n?/g, '\n');
  const reading = new Reading(normal);
  for (const { name, start, end } of findDotenvEntries(normal, shape)) {
    // The package's own scanner, unlike its regular expression, takes linear time.
    const value = parse(normal.slice(start, end), { fast: true })[name];
    if (value !== undefined) reading.assign(name, value, start);
  }
  return reading;
}
