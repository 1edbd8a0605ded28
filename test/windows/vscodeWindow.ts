import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { eventually } from '../host/eventually';
import { isRunning } from './systemProcesses';

const waitMs = 20_000;
const terminal = '.terminal-wrapper.active .terminal.xterm';

/** What a person sees and does in a window. */
export class VscodeWindow {
  constructor(
    readonly page: Page,
    private readonly findExtensionHosts: () => readonly number[],
  ) {}

  /** The process in which the extension runs for this window. */
  get extensionHost(): number {
    const [processId] = this.findExtensionHosts();
    assert.ok(processId, 'the window has no extension host');
    return processId;
  }

  /** The item of the status bar. */
  get item() {
    return this.page.locator('[id="safety-catch.safety-catch.connection"]');
  }

  async waitForStatus(text: string): Promise<void> {
    await this.item.filter({ hasText: text }).waitFor({ timeout: 60_000 });
  }

  async waitForBar(isWanted: (colour: string) => boolean): Promise<void> {
    await this.#waitForColour('.part.statusbar', isWanted);
  }

  async waitForTerminal(isWanted: (colour: string) => boolean): Promise<void> {
    await this.#waitForColour(terminal, isWanted);
  }

  async #waitForColour(selector: string, isWanted: (colour: string) => boolean): Promise<void> {
    const element = this.page.locator(selector).first();
    await eventually(async () => {
      const colour = await element.evaluate(backgroundOf, undefined, { timeout: waitMs });
      assert.ok(isWanted(colour), `${selector} is ${colour}`);
    });
  }

  /** Runs a command of the palette by its whole title. */
  run(title: string): Promise<void> {
    return this.choose(`>${title}`, title);
  }

  /** Chooses what the quick input finds first for a text such as `task build`. */
  async choose(text: string, name: string): Promise<void> {
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: waitMs });
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input.input');
    await input.fill(text, { timeout: waitMs });
    await this.page
      .locator(`.quick-input-widget .monaco-list-row.focused:has-text("${name}")`)
      .waitFor({ timeout: waitMs });
    await this.page.keyboard.press('Enter');
  }

  /** Types the name that the input box asks for. */
  async typeName(name: string): Promise<void> {
    await this.page.getByText(`Type ${name} to run it.`).waitFor();
    await this.page.locator('.quick-input-widget input.input').fill(name);
    await this.page.keyboard.press('Enter');
  }

  async openTerminal(): Promise<void> {
    await this.run('Terminal: Create New Terminal');
    await this.page.locator(terminal).waitFor({ timeout: waitMs });
  }

  /** All lines of the editor in front, as far as they are on the screen. */
  async editorText(): Promise<string> {
    const lines = this.page.locator('.editor-instance .view-lines .view-line');
    const texts = await lines.evaluateAll((elements: readonly ShownLine[]) =>
      elements
        .map(({ offsetTop, innerText }) => ({ offsetTop, innerText }))
        .sort((a, b) => a.offsetTop - b.offsetTop)
        .map(({ innerText }) => innerText.replaceAll('\u00a0', ' ')),
    );
    return texts.join('\n');
  }

  /** Leaves the page as a person does, of which VS Code's server is told, and waits until its extension host has ended. */
  async close(): Promise<void> {
    const hosts = this.findExtensionHosts();
    await this.page.goto('about:blank');
    await eventually(() => Promise.resolve(assert.deepEqual(hosts.filter(isRunning), [])));
    await this.page.context().close();
  }
}

/** The compiler of these tests knows no document. */
interface ShownLine {
  readonly offsetTop: number;
  readonly innerText: string;
}

declare function getComputedStyle(element: unknown): { readonly backgroundColor: string };

const backgroundOf = (element: unknown): string => getComputedStyle(element).backgroundColor;
