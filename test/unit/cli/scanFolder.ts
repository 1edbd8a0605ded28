import { readArguments } from '../../../src/cli/readRequest';
import { readScanRequest } from '../../../src/cli/readScanRequest';
import { answerScan, type ScanAnswer } from '../../../src/cli/answerScan';
import { testReader } from '../project/testReader';
import { startScanSource } from '../project/scan/testWorkers';

/** What `safety-catch scan` with these words answers, without inherited variables. */
export function scanWith(...words: readonly string[]): Promise<ScanAnswer> {
  const { values, positionals } = readArguments(['--clean-env', ...words]);
  return answerScan(testReader(), readScanRequest(values, positionals), startScanSource);
}
