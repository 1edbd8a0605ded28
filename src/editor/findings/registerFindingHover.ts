import * as vscode from 'vscode';
import { needsCare } from '../../core/stages/stageWord';
import { commandIds, type FindingPlace } from '../../manifest';
import { explainFinding } from '../../project/analysis/explainFinding';
import type { ConnectionStore } from '../../workspace/connectionStore';
import type { FindingStore } from '../../workspace/findings/findingStore';
import type { LiveFinding } from '../../project/analysis/liveFinding';
import { shownFolder } from '../../workspace/shownFolder';
import { explanationMarkdown } from '../explanationMarkdown';
import { placeUri } from '../placeUri';
import { editorRange } from './editorRange';
import { problemSource } from './registerFindingProblems';

/** Tells of a flagged call what it does, what it reaches and why, and what would make it safe. */
export function registerFindingHover(
  findings: FindingStore,
  connections: ConnectionStore,
): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { scheme: 'file' },
    {
      provideHover(document, position) {
        const live = findings
          .findingsOf(document)
          .find(({ finding }) => editorRange(finding.range).contains(position));
        return (
          live &&
          new vscode.Hover(hoverText(live, document, connections), editorRange(live.finding.range))
        );
      },
    },
  );
}

function hoverText(
  live: LiveFinding,
  document: vscode.TextDocument,
  { active }: ConnectionStore,
): vscode.MarkdownString {
  const sections = explainFinding(live, active.resolution.missing, live.reviewed);
  // The same hover shows the problem above, which has told the effect already.
  const told = isProblem(live, document) ? sections.slice(1) : sections;
  const explanation = explanationMarkdown(told, {
    folder: shownFolder(active),
    uriOf: placeUri,
  });
  const actions = actionsOn(live, document);
  const links = actions.map(([title, command, ...args]) => commandLink(title, command, args));
  const text = new vscode.MarkdownString([explanation, links.join(' · ')].join('\n\n'));
  text.isTrusted = { enabledCommands: actions.map(([, command]) => command) };
  return text;
}

function isProblem({ finding }: LiveFinding, { uri }: vscode.TextDocument): boolean {
  const { start } = editorRange(finding.range);
  return vscode.languages
    .getDiagnostics(uri)
    .some(({ source, range }) => source === problemSource && range.start.isEqual(start));
}

type Action = readonly [title: string, command: string, ...args: unknown[]];

function actionsOn({ finding, verdict, reviewed }: LiveFinding, { uri }: vscode.TextDocument) {
  const { line, column } = finding.range;
  const place: FindingPlace = { file: uri.fsPath, line, column };
  const actions: Action[] = [[vscode.l10n.t('Explain'), commandIds.explainFinding, place]];
  if (needsCare(verdict.stage) && reviewed === undefined)
    actions.push(
      [vscode.l10n.t('Mark as reviewed'), commandIds.markReviewed, place],
      [vscode.l10n.t('Run on development'), commandIds.runOnDevelopment],
    );
  return actions;
}

function commandLink(title: string, command: string, args: readonly unknown[]): string {
  const query = args.length > 0 ? `?${encodeURIComponent(JSON.stringify(args))}` : '';
  return `[${title}](command:${command}${query})`;
}
