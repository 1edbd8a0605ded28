import { homedir } from 'node:os';
import { basename, relative } from 'node:path';
import * as vscode from 'vscode';
import { startLine } from '../core/findings/developmentStart';
import { UserError } from '../errors';
import { diskFiles } from '../project/diskFiles';
import { assignmentOf, fixOf } from '../project/fix';
import { stageOf } from '../project/resolution';
import { surveyEnvFiles } from '../project/survey';
import { readSettings } from '../settings';
import { quoteWord } from '../shells/quoteWord';
import type { ConnectionStore } from '../workspace/connectionStore';

/** What makes a run one of development. */
interface Development {
  readonly environment: Readonly<Record<string, string>>;
  /** To be put before the line. */
  readonly prefix: string;
}

/** Writes the line that starts the file of the editor, with what keeps it in development, into a new terminal. A person runs it. */
export async function runOnDevelopment({ active }: ConnectionStore): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const folder = document && vscode.workspace.getWorkspaceFolder(document.uri);
  if (!document || !folder) throw new UserError(vscode.l10n.t('No file of a folder is open.'));
  const root = folder.uri.fsPath;
  const file = word(relative(root, document.uri.fsPath));
  const line = startLine(document.languageId, file);
  if (line === undefined)
    throw new UserError(vscode.l10n.t('{0} is not started by itself.', basename(file)));
  const { environment, prefix } = await findDevelopment(active.resolution, folder);
  const terminal = vscode.window.createTerminal({
    name: vscode.l10n.t('development'),
    cwd: folder.uri,
    env: environment,
  });
  terminal.show();
  terminal.sendText(`${prefix}${line}`, false);
}

async function findDevelopment(
  resolution: ConnectionStore['active']['resolution'],
  folder: vscode.WorkspaceFolder,
): Promise<Development> {
  const stage = stageOf(resolution);
  const { environment } = fixOf('', resolution.missing.flatMap(assignmentOf));
  if (stage === 'development' || stage === 'test' || Object.keys(environment).length > 0)
    return { environment, prefix: '' };
  const file = await findEnvFile(folder);
  const words = word(`./${file}`);
  return { environment: {}, prefix: `set -a; . ${words}; set +a; ` };
}

/** An env file that names databases of development only. */
async function findEnvFile({ uri }: vscode.WorkspaceFolder): Promise<string> {
  const { labels } = readSettings(uri);
  const { files } = await surveyEnvFiles(diskFiles, uri.fsPath, { labels, home: homedir() });
  const found = files.find(
    ({ targets }) => targets.length > 0 && targets.every(({ stage }) => stage === 'development'),
  );
  if (!found)
    throw new UserError(vscode.l10n.t('Nothing here says how a run would stay in development.'));
  return relative(uri.fsPath, found.path);
}

/** Quoted only where it has to be: a person reads it. */
function word(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : quoteWord(path);
}
