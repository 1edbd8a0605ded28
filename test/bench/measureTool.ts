import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { startProcess } from '../processes';
import type { ScanTool } from './scanTools';

export interface ToolRun {
  readonly milliseconds: number;
  /** Of all its processes together, at their highest; left out where the system does not tell. */
  readonly megabytes?: number;
}

const sampleMs = 50;

/** Runs a tool once, and looks at its memory meanwhile. */
export async function measureTool({ command, args }: ScanTool): Promise<ToolRun> {
  const start = performance.now();
  const { pid, exited, output } = await startProcess(command, args);
  let highest = 0;
  const sampling = setInterval(() => {
    highest = Math.max(highest, groupMegabytes(pid));
  }, sampleMs);
  const code = await exited;
  clearInterval(sampling);
  const milliseconds = performance.now() - start;
  if (code !== 0 && code !== 1) throw new Error(`${command} ended with ${code}: ${output()}`);
  return { milliseconds, ...(highest > 0 ? { megabytes: highest } : {}) };
}

/** What the processes of a group hold in memory, on Linux. */
function groupMegabytes(group: number): number {
  if (process.platform !== 'linux') return 0;
  const pages = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => residentPages(name, group));
  return pages.reduce((sum, own) => sum + own, 0) / 256;
}

/** A process may be gone before it is looked at. */
function residentPages(pid: string, group: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return Number(fields[2]) === group ? Number(fields[21]) : 0;
  } catch {
    return 0;
  }
}
