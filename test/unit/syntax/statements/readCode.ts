import type { Operation } from '../../../../src/core/operations/operation';
import type { PayloadLanguage } from '../../../../src/core/operations/payload';
import { CodeReader } from '../../../../src/syntax/statements/codeReader';
import { testTrees } from '../testTrees';

/** Answers with the text itself, so that a test sees what is given to the reader of SQL. */
const sql = {
  languages: ['sql' as const],
  read: (text: string): Promise<readonly Operation[]> =>
    Promise.resolve([{ kind: 'drop', reach: 'all', subject: text, rule: 'sql' }]),
};

export const testReader = new CodeReader(testTrees, sql);

/** Operations as a test writes them: `delete all every document of users`. */
export async function readCode(
  language: PayloadLanguage,
  text: string,
): Promise<readonly string[]> {
  const operations = await testReader.read(text, language);
  return operations.map(({ kind, reach, subject, takesAll }) =>
    [kind, reach, subject, ...(takesAll ? ['(takes all)'] : [])].join(' '),
  );
}
