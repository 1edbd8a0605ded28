import * as vscode from 'vscode';
import { UserError } from '../errors';
import type { FindingPlace } from '../manifest';
import { explainFinding as explain } from '../project/analysis/explainFinding';
import type { ConnectionStore } from '../workspace/connectionStore';
import { findingAt, type FindingStores } from '../workspace/findings/findingAt';
import { shownFolder } from '../workspace/shownFolder';
import type { ExplanationDocuments } from './explanationDocuments';
import { explanationText } from './explanationText';

/** A snapshot, in an editor where it can be read, followed and copied. */
export async function explainFinding(
  findings: FindingStores,
  { active }: ConnectionStore,
  documents: ExplanationDocuments,
  place: FindingPlace | undefined,
): Promise<void> {
  const found = await findingAt(findings, place);
  if (!found) throw new UserError(vscode.l10n.t('No flagged line is here.'));
  const { live, document } = found;
  const at = { file: document.uri.fsPath, line: live.finding.range.line };
  const [first, ...rest] = explain(live, active.resolution.missing, live.reviewed);
  const sections = [{ ...first!, sentences: [[at], ...first!.sentences] }, ...rest];
  await documents.show(explanationText(sections, shownFolder(active)));
}
