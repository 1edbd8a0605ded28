import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { Allowances } from '../../core/decisions/allowances';
import { Setting } from '../../core/environment/setting';
import { isWatched } from '../../core/environment/watchedVariables';
import type { Log } from '../../core/log';
import { redact } from '../../core/targets/redact';
import type { ExplainRequest } from '../../project/explain';
import type { CommandExplanation } from '../../project/explainCommand';
import { agentRefusal } from '../../project/gate/agentRefusal';
import { converse, type Conversation, type Outcome } from '../../project/gate/converse';
import { hitKeys } from '../../project/gate/hitKeys';
import { stopNotice } from '../../project/gate/stopNotice';
import type { Resolver } from '../../project/resolver/resolver';
import { readSettings } from '../../settings';
import { findAgent } from '../../shells/agents';
import { askedText } from '../../shells/askedText';
import type { GateAnswer, GateAsk } from '../../shells/gateProtocol';
import type { ConnectionStore } from '../connectionStore';
import type { Gatekeeper, RunAnswer, RunQuestion } from '../gatekeeper';
import { thisMachine } from '../thisMachine';
import { windowSettings } from '../windowEnvironment';
import { askAgent } from './askAgent';
import { askInWindow } from './askInWindow';
import { JudgedPipes } from './judgedPipes';
import { Refusals } from './refusals';
import { StartedProcesses } from './startedProcesses';
import type { Stop } from './stop';

const onceMinutes = 5;
const silenceMs = 1000;
const lookingText = 'Safety Catch is looking at what this would do…';

/** Decides what may start, and asks where a person must decide. What it cannot tell goes on. */
export class Gate implements Gatekeeper {
  readonly #allowances = new Allowances();
  /** Safe lines to be typed into terminals at their next prompt, by the process id of the shell. */
  readonly #fixes = new Map<number, string>();
  readonly #judgedPipes = new JudgedPipes();
  readonly #started = new StartedProcesses();
  readonly refusals = new Refusals();

  constructor(
    private readonly store: ConnectionStore,
    private readonly resolver: Resolver,
    private readonly log: Log,
  ) {}

  /** Answers a shell. Never rejects. */
  async answer(ask: GateAsk, conversation: Conversation): Promise<GateAnswer> {
    try {
      if (ask.kind === 'line') this.#allowances.endOf(ask.processId);
      return await this.#answer(await this.#started.ownerOf(ask), conversation);
    } catch (error) {
      this.log.error(`A command could not be judged: ${redact(String(error))}`);
      return { kind: 'unknown' };
    }
  }

  /** The first question would else wait for the grammars to be loaded. */
  async warmUp(): Promise<void> {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? homedir();
    const request = this.#requestFor(root, []);
    if (request) await this.resolver.explainCommand({ ...request, command: 'true' });
  }

  /** What a terminal is to be given at its prompt, once: the safe form of the line that was refused. */
  takeFix(processId: number): string | undefined {
    const fix = this.#fixes.get(processId);
    this.#fixes.delete(processId);
    return fix;
  }

  /** The shell of a terminal is gone: its process id may be another's next. */
  forget(processId: number): void {
    this.#fixes.delete(processId);
    this.#allowances.endOf(processId);
    this.#judgedPipes.forget(processId);
    this.#started.remove(processId);
  }

  async decideRun(question: RunQuestion): Promise<RunAnswer> {
    try {
      return await this.#decideRun(question);
    } catch (error) {
      this.log.error(`A start could not be judged: ${redact(String(error))}`);
      return { kind: 'run' };
    }
  }

  /** Lets a refused command through, once and soon. */
  allowOnce({ command, cwd, explanation }: Stop): void {
    const until = Date.now() + onceMinutes * 60_000;
    this.#allowances.add({ keys: hitKeys(explanation), once: { command, cwd }, until });
    this.log.info(`Allowed once: ${explanation.decision} in ${cwd}`);
  }

  async #answer(ask: GateAsk, conversation: Conversation): Promise<GateAnswer> {
    const settings = settingsOf(ask);
    const request = this.#requestFor(ask.cwd, settings);
    if (!request) return { kind: 'run' };
    const { prelude, line } = askedText({ ...ask, line: this.#judgedPipes.lineOf(ask) });
    const explanation = await withWord(conversation, () =>
      this.resolver.explainCommand({ ...request, command: prelude + line }),
    );
    this.#judgedPipes.add(ask, explanation);
    const stop = stopOf(explanation, ask.line, ask.cwd);
    if (!stop || this.#isAllowed(stop, ask.processId)) return { kind: 'run' };
    const outcome = await this.#askPerson(ask, stop, conversation).catch(this.#refuse);
    if (stop.notice.decision !== 'warn') this.#settle(stop, outcome, ask.kind, ask.processId);
    return outcome === 'fix' ? this.#useFix(ask, stop, prelude) : answerOf(outcome, ask, stop);
  }

  async #decideRun({ run, folder, started }: RunQuestion): Promise<RunAnswer> {
    const root = folder?.fsPath ?? vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? homedir();
    const request = this.#requestFor(root, windowSettings(folder));
    if (!request) return { kind: 'run' };
    const stop = stopOf(await this.resolver.explainNamed(request, run), run.name, root);
    if (!stop || stop.notice.decision === 'warn') return { kind: 'run' };
    const processId = started?.processId;
    if (processId !== undefined) this.#started.add(processId);
    if (this.#isAllowed(stop, processId)) return { kind: 'run' };
    started?.hold();
    const name = started
      ? vscode.l10n.t('“{0}” had started before this was known. It is held now.', run.name)
      : vscode.l10n.t('“{0}” is about to start.', run.name);
    const outcome = await askInWindow(stop, { name, canFix: true }).catch(this.#refuse);
    this.#settle(stop, outcome, name, processId);
    if (outcome === 'fix') return { kind: 'run', environment: stop.notice.fix!.environment };
    return { kind: outcome };
  }

  /** `undefined` where nothing is to be stopped: the person has switched it off, or paused it. */
  #requestFor(cwd: string, settings: readonly Setting[]): ExplainRequest | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(cwd));
    const { labels, developmentVariables, stop } = readSettings(folder?.uri);
    if (stop.policy === 'off' || this.store.isPaused) return undefined;
    return {
      cwd,
      root: folder?.uri.fsPath ?? cwd,
      home: homedir(),
      process: { settings },
      isShellSeen: true,
      labels,
      developmentVariables,
      machine: thisMachine(),
      policy: stop.policy,
      isForDecision: true,
    };
  }

  #isAllowed({ command, cwd, explanation }: Stop, processId?: number): boolean {
    const keys = hitKeys(explanation);
    if (keys.length === 0) return false;
    return this.#allowances.take({ keys, command, cwd, processId, now: Date.now() });
  }

  #askPerson(ask: GateAsk, stop: Stop, conversation: Conversation): Promise<Outcome> {
    const agent = findAgent(ask.variables);
    if (agent !== undefined && stop.notice.decision !== 'warn')
      return askAgent(stop, agent, conversation, () => this.allowOnce(stop));
    if (ask.kind !== 'task' || stop.notice.decision === 'warn')
      return converse(conversation, stop.notice, stop.cwd);
    const name = vscode.l10n.t('A task is about to start.');
    return askInWindow(stop, { name, canFix: true });
  }

  /** A line at a prompt is typed anew, for all to see; anything else gets the variables. */
  #useFix(ask: GateAsk, { notice, command }: Stop, prelude: string): GateAnswer {
    const fix = notice.fix!;
    if (ask.kind !== 'line') return { kind: 'run', environment: fix.environment };
    if (fix.command.startsWith(prelude))
      this.#fixes.set(ask.processId, fix.command.slice(prelude.length));
    else this.#fixes.set(ask.processId, `${fix.assignments.join(' ')} ${command}`);
    return { kind: 'refuse', status: statusOf(ask) };
  }

  /** What there was to ask about is reason enough, where nobody can be asked. */
  readonly #refuse = (error: unknown): Outcome => {
    this.log.error(`Nobody could be asked: ${redact(String(error))}`);
    return 'refuse';
  };

  #settle(stop: Stop, outcome: Outcome, asker: string, processId?: number): void {
    const { decision, stage } = stop.notice;
    this.log.info(`${asker}: ${decision} (${stage}, ${rulesOf(stop.explanation)}) → ${outcome}`);
    if (outcome === 'refuse') this.refusals.add(stop);
    if (outcome !== 'run' || processId === undefined) return;
    this.#allowances.add({ keys: hitKeys(stop.explanation), processId });
  }
}

/** A shell takes silence for an editor that is gone, and a person for a terminal that hangs. */
async function withWord<T>(conversation: Conversation, explain: () => Promise<T>): Promise<T> {
  const word = setTimeout(() => conversation.show(`  ${lookingText}\n`), silenceMs);
  return explain().finally(() => clearTimeout(word));
}

function stopOf(explanation: CommandExplanation, command: string, cwd: string): Stop | undefined {
  const notice = stopNotice(explanation);
  return notice && { command, cwd, explanation, notice };
}

/** What the shell has told; of the variables that it does not tell, those of the window. */
function settingsOf({ cwd, variables }: GateAsk): Setting[] {
  const window = windowSettings(vscode.workspace.getWorkspaceFolder(vscode.Uri.file(cwd))?.uri);
  return [
    ...window.filter(({ name }) => !isWatched(name)),
    ...[...variables].map(([name, value]) => new Setting(name, value, { kind: 'shell', name })),
  ];
}

function answerOf(outcome: Exclude<Outcome, 'fix'>, ask: GateAsk, stop: Stop): GateAnswer {
  if (outcome === 'run') return { kind: 'run' };
  const isAgent = findAgent(ask.variables) !== undefined;
  const text = isAgent ? agentRefusal(stop.notice) : '  Cancelled. Nothing was run.\n';
  return { kind: 'refuse', status: statusOf(ask), text };
}

/** 130 is what Ctrl+C gives at a prompt; 126 that a program was found and could not be run. */
function statusOf({ kind }: GateAsk): number {
  return kind === 'line' ? 130 : 126;
}

function rulesOf({ runs }: CommandExplanation): string {
  const rules = runs.flatMap(({ operations }) => operations.map(({ operation }) => operation.rule));
  return [...new Set(rules)].join(', ') || 'missing variable';
}
