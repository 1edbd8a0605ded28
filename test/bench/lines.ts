import type { ExplainRequest } from '../../src/project/explain';
import { explainCommand } from '../../src/project/explainCommand';
import { askedText } from '../../src/shells/askedText';
import { findCommand } from '../findCommand';
import { inShell, shells } from '../unit/hooks/inShell';
import type { HookTerminal, ShellName } from '../unit/hooks/hookTerminal';
import type { ReportListener } from '../unit/hooks/reportListener';
import { testReader } from '../unit/project/testReader';
import type { Bench } from './bench';
import { ratios, timeOnce, type Figure } from './figure';
import { timeShellfirm } from './timeShellfirm';

const rounds = 200;
const warmUps = 20;

/** All of the second one is looked at, and nothing of it runs. */
const lines = {
  'without interest': 'true',
  'that is checked': 'false && dropdb -h localhost shop_dev',
} as const;

type Kind = keyof typeof lines;

/** What VS Code's own integration prints where a command ends, and where the prompt behind it does. */
const commandEnd = /\x1b\]633;D/;
const promptEnd = /\x1b\]633;D[^]*\x1b\]633;B/;

/** From Enter to the end of the line; the prompt behind it is waited for, and counts elsewhere. */
async function timeLine(terminal: HookTerminal, line: string): Promise<number> {
  const from = terminal.output.length;
  const milliseconds = await timeOnce(() => {
    terminal.type(line);
    return terminal.waitFor(commandEnd, from);
  });
  await terminal.waitFor(promptEnd, from);
  return milliseconds;
}

/** Decides as the editor does. */
function decideLines(listener: ReportListener, cwd: string): void {
  const reader = testReader();
  const request: ExplainRequest = {
    ...{ cwd, root: cwd, home: cwd, process: { settings: [] }, labels: [] },
    developmentVariables: [],
    machine: { name: 'bench', isRemote: false },
    policy: 'standard',
    isForDecision: true,
  };
  listener.onAsk = (ask, dialogue) => {
    const { prelude, line } = askedText(ask);
    void explainCommand(reader, { ...request, command: prelude + line }).then(({ decision }) =>
      dialogue.answer(decision === 'allow' ? { kind: 'run' } : { kind: 'refuse', status: 130 }),
    );
  };
}

/** With and without the hook by turns, so that whatever else the machine does falls on both. */
async function measure(
  shell: ShellName,
  kind: Kind,
  scratch: string,
): Promise<readonly [bare: readonly number[], hooked: readonly number[]]> {
  const bare: number[] = [];
  const hooked: number[] = [];
  await inShell({ shell, isUnhooked: true }, (plain) =>
    inShell({ shell }, async (ours, listener) => {
      decideLines(listener, scratch);
      for (const terminal of [plain, ours]) await terminal.run('true');
      for (let round = 0; round < warmUps + rounds; round++) {
        bare.push(await timeLine(plain, lines[kind]));
        hooked.push(await timeLine(ours, lines[kind]));
      }
    }),
  );
  return [bare.slice(warmUps), hooked.slice(warmUps)];
}

export const linesBench: Bench = async ({ scratch }) => {
  const checked = 'that is checked';
  const other = await timeShellfirm(lines[checked], rounds, scratch);
  const figures: Figure[] = other
    ? [{ name: `line ${checked}: by shellfirm`, unit: 'ms', values: other }]
    : [];
  for (const shell of shells.filter((name) => findCommand(name)))
    for (const kind of Object.keys(lines) as Kind[]) {
      const [bare, hooked] = await measure(shell, kind, scratch);
      const added = hooked.map((value, at) => value - bare[at]!);
      const name = `line ${kind}, in ${shell}`;
      figures.push(
        { name: `${name}: without the hook`, unit: 'ms', values: bare },
        { name: `${name}: with the hook`, unit: 'ms', values: hooked },
        { name: `${name}: added`, unit: 'ms', values: added },
      );
      if (other && kind === checked)
        figures.push({
          name: `${name}: added over shellfirm`,
          unit: 'x',
          values: ratios(added, other),
        });
    }
  return figures;
};
