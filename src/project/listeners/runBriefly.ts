import { execFile } from 'node:child_process';
import { parse } from 'node:path';

/** The output of a program that has a moment to answer. It starts outside of any workspace, where nobody left another program of its name. */
export function runBriefly(
  program: string,
  args: readonly string[],
  timeoutMs = 1_500,
): Promise<string | undefined> {
  const options = {
    cwd: parse(process.execPath).root,
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    maxBuffer: 4 * 1024 * 1024,
    windowsHide: true,
  } as const;
  return new Promise((resolve) => {
    execFile(program, args, options, (error, output) =>
      resolve(error ? undefined : output),
    ).stdin?.end();
  });
}
