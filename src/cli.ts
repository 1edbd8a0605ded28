#!/usr/bin/env node
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { answer, answerToolUse, verbs, type Verb } from './cli/answer';
import { answerScan } from './cli/answerScan';
import { readArguments, readBatchLine, readRequest, type GivenValues } from './cli/readRequest';
import { readScanRequest } from './cli/readScanRequest';
import { redact } from './core/targets/redact';
import { UserError } from './errors';
import { diskReader } from './project/diskReader';
import { freshReader } from './project/request';
import { startScanWorker } from './project/scan/startScanWorker';

const usage = `Usage:
  safety-catch resolve [--cwd DIR] [--clean-env] [--env NAME=VALUE]... [--json] [-- COMMAND]
  safety-catch resolve --task LABEL | --launch NAME | --notebook FILE
  safety-catch explain [--cwd DIR] [--clean-env] [--env NAME=VALUE]... [--json] -- COMMAND
  safety-catch resolve|explain --batch     one request per line: {"cwd","env":{},"cleanEnv":true,"command"}
  safety-catch scan [--cwd DIR] [--clean-env] [--env NAME=VALUE]... [--json|--sarif] [--fail-on LEVEL] PATH...
  safety-catch hook     for coding agents: {"tool_name","tool_input":{"command"},"cwd"} on standard input

resolve tells which databases COMMAND would reach if it were run in DIR, and why; explain also what it would do to them,
whether Safety Catch would stop it, and how it would be safe. COMMAND is one string, as typed at a prompt; without it,
resolve answers for whatever is started in DIR. --task and --launch take a name from .vscode/tasks.json or
.vscode/launch.json. scan finds the code under each PATH that destroys data, and tells which database it would reach; it
ends with 1 where something is at LEVEL or above (error, warning or information). A line is left out for a comment on it,
or above it: safety-catch: reviewed REASON. hook answers the JSON that coding agents hand to their pre-tool hooks, and says
nothing where the command is let through. Nothing of the project is executed.
`;

/** Exit codes of the command line: stable, scripts depend on them. */
const exitCodes = { fine: 0, failed: 1, wrongUse: 2 } as const;

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.help) {
    process.stdout.write(usage);
    return exitCodes.fine;
  }
  const [word, ...rest] = positionals;
  if (word === 'hook') return answerHook();
  if (word === 'scan') return runScan(values, rest);
  const verb = verbs.find((known) => known === word);
  if (!verb) throw new UserError(word ? `There is no command '${word}'.` : 'No command was given.');
  if (values.batch) return answerBatch(verb);
  // For one answer, optimised grammars come too late: V8 takes half a second over them, and Node would wait for it.
  setFlagsFromString('--liftoff-only');
  const { report, text: told } = await answer(freshReader(reader), verb, readRequest(values, rest));
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : told);
  return exitCodes.fine;
}

const reader = diskReader(join(__dirname, '..', 'media', 'grammars'));

async function runScan(values: GivenValues, paths: readonly string[]): Promise<number> {
  const command = readScanRequest(values, paths);
  const found = await answerScan(reader, command, (root) =>
    startScanWorker(__dirname, { root, unsaved: new Map() }),
  );
  process.stderr.write(found.messages.map((message) => `${message}\n`).join(''));
  process.stdout.write(found.text);
  return found.fails ? exitCodes.failed : exitCodes.fine;
}

async function answerHook(): Promise<number> {
  setFlagsFromString('--liftoff-only');
  const said = await answerToolUse(reader, await text(process.stdin));
  if (said !== undefined) process.stdout.write(`${JSON.stringify(said)}\n`);
  return exitCodes.fine;
}

async function answerBatch(verb: Verb): Promise<number> {
  for await (const line of createInterface({ input: process.stdin }))
    process.stdout.write(`${JSON.stringify(await answerLine(verb, line))}\n`);
  return exitCodes.fine;
}

async function answerLine(verb: Verb, line: string): Promise<unknown> {
  try {
    return (await answer(freshReader(reader), verb, readBatchLine(line))).report;
  } catch (error) {
    return {
      error: error instanceof UserError ? error.message : 'This line could not be answered.',
    };
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      error instanceof UserError ? `${error.message}\n\n${usage}` : `${redact(String(error))}\n`,
    );
    process.exitCode = exitCodes.wrongUse;
  },
);
