import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { diskFiles } from '../project/diskFiles';
import { standbySentence, type Section } from '../project/explanation';
import { surveyEnvFiles } from '../project/survey';
import { readSettings } from '../settings';
import type { Connection, Subject } from '../workspace/connection';
import type { ConnectionStore } from '../workspace/connectionStore';
import { explainConnection as explain } from '../workspace/explainConnection';
import { shownFolder } from '../workspace/shownFolder';
import type { ExplanationDocuments } from './explanationDocuments';
import { explanationText } from './explanationText';

/** A snapshot of the active connection: opening it moves the focus, which must not change what it tells. */
export async function explainConnection(
  { active }: ConnectionStore,
  documents: ExplanationDocuments,
): Promise<void> {
  const sections = [
    { title: titleOf(active.subject), sentences: [] },
    ...explain(active),
    ...labelSections(active),
    ...(await otherFileSections(active)),
  ];
  await documents.show(explanationText(sections, shownFolder(active)));
}

function titleOf(subject: Subject): string {
  switch (subject.kind) {
    case 'terminal':
      return vscode.l10n.t('The terminal {0}', subject.terminal.name);
    case 'folder':
      return vscode.l10n.t('The folder {0}', subject.folder.name);
    case 'none':
      return vscode.l10n.t('No folder is open');
  }
}

/** Env files of the folder that name a database, and from which nothing is taken now. */
async function otherFileSections({ subject, resolution }: Connection): Promise<Section[]> {
  if (subject.kind !== 'folder') return [];
  const { uri } = subject.folder;
  const { labels } = readSettings(uri);
  const exclude =
    vscode.workspace.getConfiguration('files', uri).get<Record<string, unknown>>('exclude') ?? {};
  const survey = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading env files') },
    () => surveyEnvFiles(diskFiles, uri.fsPath, { labels, exclude, home: homedir() }),
  );
  const told = new Set(resolution.targets.flatMap(({ target }) => target.origin.file ?? []));
  const sentences = survey.files
    .filter(({ path }) => !told.has(path))
    .flatMap(({ targets }) => targets.map(standbySentence));
  return [{ title: vscode.l10n.t('Other env files here'), sentences }].filter(
    () => sentences.length > 0,
  );
}

function labelSections({ subject }: Connection): Section[] {
  const scope = subject.kind === 'folder' ? subject.folder.uri : undefined;
  const { labelProblems } = readSettings(scope);
  if (labelProblems.length === 0) return [];
  const sentences = labelProblems.map(({ message }) => [message]);
  return [{ title: vscode.l10n.t('Labels that do not count'), sentences }];
}
