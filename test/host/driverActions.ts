import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { CleanUp } from '../cleanUp';
import { preparePython } from '../incidents/python';
import { startServers, type RunningServers, type WantedServers } from '../servers/servers';
import { readPixel } from './readPixel';

const screenshotsFolder = 'out/screenshots';
const waitMs = 20_000;

/** The parts of a window's world that a test inside it cannot reach: its page, and servers. */
export interface DriverWorld {
  readonly page: () => Promise<Page>;
  readonly cleanUp: CleanUp;
}

/** Selectors are CSS. What waits gives up after 20 seconds with a message that names the selector. */
export function createDriverActions({ page, cleanUp }: DriverWorld) {
  const element = async (selector: string) => (await page()).locator(selector).first();
  return {
    /** Saves a picture of the window, or of one element, under `out/screenshots`, and tells where. */
    async screenshot(name: string, selector = 'body'): Promise<string> {
      mkdirSync(screenshotsFolder, { recursive: true });
      const path = join(screenshotsFolder, `${name}.png`);
      await (await element(selector)).screenshot({ path, timeout: waitMs });
      return path;
    },
    /** Presses keys such as `Control+Shift+P`, one after the other. */
    async press(...keys: readonly string[]): Promise<void> {
      for (const key of keys) await (await page()).keyboard.press(key);
    },
    /** Types into whatever has the focus. */
    async type(text: string): Promise<void> {
      await (await page()).keyboard.type(text, { delay: 5 });
    },
    async click(selector: string): Promise<void> {
      await (await element(selector)).click({ timeout: waitMs });
    },
    async hover(selector: string): Promise<void> {
      await (await element(selector)).hover({ timeout: waitMs });
    },
    async waitFor(selector: string, state: 'visible' | 'hidden' = 'visible'): Promise<void> {
      await (await element(selector)).waitFor({ state, timeout: waitMs });
    },
    /** The texts of all elements that match now, none of them is fine. */
    async texts(selector: string): Promise<string[]> {
      return (await page()).locator(selector).allInnerTexts();
    },
    async attribute(selector: string, name: string, timeout = waitMs): Promise<string | null> {
      return (await element(selector)).getAttribute(name, { timeout });
    },
    async computedStyle(selector: string, property: string): Promise<string> {
      const [css, name] = [JSON.stringify(selector), JSON.stringify(property)];
      await (await element(selector)).waitFor({ state: 'attached', timeout: waitMs });
      return (await page()).evaluate<string>(
        `getComputedStyle(document.querySelector(${css})).getPropertyValue(${name})`,
      );
    },
    /** The colour on the screen, as `#rrggbb`, so many pixels from an element's upper left corner. */
    async pixel(selector: string, x: number, y: number): Promise<string> {
      const box = await (await element(selector)).boundingBox({ timeout: waitMs });
      if (!box) throw new Error(`${selector} is not on the screen`);
      const clip = { x: box.x + x, y: box.y + y, width: 1, height: 1 };
      return readPixel(await (await page()).screenshot({ clip }));
    },
    /** Evaluates a JavaScript expression in the page. */
    async evaluate(expression: string): Promise<unknown> {
      return (await page()).evaluate(expression);
    },
    /** The folder to put first on PATH, so that `python` and `flask` are found as in an activated terminal. */
    async pythonFolder(): Promise<string> {
      const python = await preparePython();
      if (python.kind === 'missing') throw new Error(python.reason);
      return python.bin;
    },
    /** Servers that live as long as the window does. */
    async startServers(wanted: WantedServers): Promise<Omit<RunningServers, 'stop'>> {
      const { stop, ...servers } = await startServers(wanted);
      cleanUp.add(stop);
      return servers;
    },
  };
}

export type DriverActions = ReturnType<typeof createDriverActions>;
