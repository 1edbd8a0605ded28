import type { CodeFinding } from '../../core/findings/codeFinding';
import { consultCatalogue } from '../../core/operations/catalogue';
import type { Operation } from '../../core/operations/operation';
import type { Payload } from '../../core/operations/payload';
import { isMarked } from '../../syntax/analysis/toFindings';
import { readCommandLine } from '../../syntax/shell/readCommandLine';
import type { SyntaxTrees } from '../../syntax/syntaxTrees';
import { noFiles } from '../files';
import { lineCounter } from '../manifests/manifest';
import { statementReaders } from '../operations/statementReaders';
import { readInput } from '../runs/readInput';
import { unwrapRun } from '../runs/readRuns';
import { programOf, type Run } from '../runs/run';

const nowhere = { cwd: '/', root: '/', home: '/', settings: [], command: '' } as const;
const noContext = { find: () => undefined, readFile: () => undefined, home: '', cwd: '' } as const;
const interpreter = /^#!.*\b(?:ba|z|k|da)?sh\b/;
const hasEnding = /\.\w+$/;

/** A command of a script with what it does by itself, and what the statements do that it holds. */
interface Executed {
  readonly run: Run;
  readonly operation: Operation;
  /** Where the statements begin in the script, where they stand in it word by word. */
  readonly statementsAt?: number;
}

/** The findings of a script for a shell, in its order. What it starts in other files is found there. */
export async function findInShell(
  path: string,
  text: string,
  trees: SyntaxTrees,
): Promise<readonly CodeFinding[]> {
  if (!hasEnding.test(path) && !interpreter.test(text)) return [];
  const found: Executed[] = [];
  for (const run of await readScript(text, trees))
    found.push(...(await executedBy(run, text, trees)));
  const place = placer(text);
  const findings = found.filter(({ operation }) => isMarked(operation)).map(place);
  return [...new Map(findings.map((one) => [JSON.stringify([one.range, one.rule]), one])).values()];
}

async function readScript(text: string, trees: SyntaxTrees): Promise<readonly Run[]> {
  const tree = await trees.parse('bash', text);
  const context = {
    ...nowhere,
    variable: () => undefined,
    sourced: () => [],
    entersFunctions: true,
  } as const;
  try {
    const begun = readCommandLine(tree.rootNode, context, { kind: 'file', name: 'shell', line: 1 });
    const runs = begun.map(({ settings, ...run }): Run => ({
      ...run,
      process: { settings },
      envFiles: [],
    }));
    const request = { ...nowhere, files: noFiles, trees };
    return (await Promise.all(runs.map((run) => unwrapRun(request, run)))).flat();
  } finally {
    tree.delete();
  }
}

async function executedBy(
  run: Run,
  script: string,
  trees: SyntaxTrees,
): Promise<readonly Executed[]> {
  const args = run.words.slice(1).map(({ text, raw }) => text ?? filledIn(raw));
  const { operations, payloads } = consultCatalogue(programOf(run) ?? '', args, noContext);
  const own = operations.map((operation) => ({ run, operation }));
  const held = payloads.map((payload) => readPayload(payload, run, script, trees));
  return [...own, ...(await Promise.all(held)).flat()];
}

async function readPayload(
  payload: Payload,
  run: Run,
  script: string,
  trees: SyntaxTrees,
): Promise<readonly Executed[]> {
  const reader = statementReaders(trees).find(({ languages }) =>
    languages.includes(payload.language),
  );
  const read = (await textsOf(payload, run)).map(async (text) => {
    const at = script.indexOf(text, run.at);
    const operations = (await reader?.read(text, payload.language)) ?? [];
    return operations.map((operation) => ({
      run,
      operation,
      ...(at < 0 ? {} : { statementsAt: at }),
    }));
  });
  return (await Promise.all(read)).flat();
}

async function textsOf(payload: Payload, run: Run): Promise<readonly string[]> {
  if (payload.kind === 'text') return [payload.text];
  if (payload.kind === 'file') return [];
  const texts = await readInput(noFiles, nowhere.cwd, run);
  return texts === 'unseen' ? [] : texts.map(({ text }) => text);
}

/** A word with variables in it, as templates have them: `"DELETE FROM $TABLE"`. */
function filledIn(raw: string): string {
  return raw.replace(/^"([\s\S]*)"$/, '$1').replace(/\$(\w+)/g, '${$1}');
}

/** Variables in front of a command are none of its words. */
const assignments = /(?:\w+=(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'])*\s+)*/y;

/** Statements on a line of their own are marked there, all else at the command. */
function placer(text: string): (executed: Executed) => CodeFinding {
  const lines = text.split('\n');
  const lineAt = lineCounter(text);
  return ({ run, operation, statementsAt }) => {
    const { kind, reach, subject, rule, takesAll, origin } = operation;
    assignments.lastIndex = run.at;
    const at = run.at + (assignments.exec(text)?.[0].length ?? 0);
    const begin = lineAt(at);
    const own = statementsAt === undefined ? begin : lineAt(statementsAt) + (origin?.line ?? 1) - 1;
    const line = Math.max(own, begin);
    const content = (lines[line - 1] ?? '').trimEnd();
    const column =
      line === begin ? at - text.lastIndexOf('\n', at - 1) : content.search(/\S|$/) + 1;
    return {
      kind,
      reach,
      subject,
      rule,
      range: { line, column, endLine: line, endColumn: content.length + 1 },
      api: programOf(run) ?? 'shell',
      confidence: 'certain',
      ...(takesAll ? { takesAll } : {}),
    };
  };
}
