import { driver } from './driver';

const waitMs = 20_000;

/** Waits inside the page, frame by frame, until a JavaScript expression gives `expected`; tells what it gave last. */
export async function waitForPage(expression: string, expected: unknown): Promise<void> {
  const wanted = JSON.stringify(expected);
  const last = await driver.evaluate(`new Promise((resolve) => {
    const end = performance.now() + ${waitMs};
    const look = () => {
      const value = ${expression};
      if (JSON.stringify(value) === ${JSON.stringify(wanted)} || performance.now() > end) resolve(value);
      else requestAnimationFrame(look);
    };
    look();
  })`);
  if (JSON.stringify(last) !== wanted)
    throw new Error(`${expression} is ${JSON.stringify(last)}, not ${wanted}`);
}

/** The computed style of the first element that matches, as an expression for the page. */
export function styleOf(selector: string, property: string): string {
  return `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).getPropertyValue(${JSON.stringify(property)})`;
}

export function textOf(selector: string): string {
  return `document.querySelector(${JSON.stringify(selector)})?.innerText.trim() ?? null`;
}
