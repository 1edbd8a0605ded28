import type { ListenerSystem, ListeningProcess, ListeningSocket } from './listeners';
import { runBriefly } from './runBriefly';

/** PowerShell alone takes half a second to start, so one call asks for everything. */
const script = `
$ErrorActionPreference = 'SilentlyContinue'
$listening = Get-NetTCPConnection -State Listen | Select-Object LocalAddress, LocalPort, OwningProcess
$filter = ($listening.OwningProcess | Sort-Object -Unique | ForEach-Object { "ProcessId=$_" }) -join ' OR '
$processes = Get-CimInstance Win32_Process -Filter $filter | Select-Object ProcessId, Name, CommandLine
@{ listening = @($listening); processes = @($processes) } | ConvertTo-Json -Depth 3 -Compress`;

const args = ['-NoProfile', '-NonInteractive', '-Command', script];

interface Answer {
  readonly listening: readonly {
    readonly LocalAddress: string;
    readonly LocalPort: number;
    readonly OwningProcess: number;
  }[];
  readonly processes: readonly {
    readonly ProcessId: number;
    readonly Name: string;
    /** `null` for the processes of others. */
    readonly CommandLine: string | null;
  }[];
}

export const windows: ListenerSystem = {
  async read() {
    const answer = parse(await runBriefly('powershell.exe', args, 8_000));
    if (!answer) return undefined;
    const sockets = answer.listening.map(
      ({ LocalAddress: host, LocalPort: port, OwningProcess: pid }): ListeningSocket => ({
        end: { kind: 'tcp', host, port },
        id: String(pid),
      }),
    );
    const processOf = ({ id }: ListeningSocket) => Promise.resolve(findProcess(answer, id));
    return { sockets, covers: ['tcp'], processOf };
  },
};

function parse(text: string | undefined): Answer | undefined {
  try {
    return JSON.parse(text ?? '') as Answer;
  } catch {
    return undefined;
  }
}

function findProcess({ processes }: Answer, id: string): ListeningProcess | undefined {
  const found = processes.find(({ ProcessId }) => String(ProcessId) === id);
  return found && { argv: splitWindowsLine(found.CommandLine ?? found.Name), isOwn: false };
}

/** Quotes hold words together, and a backslash keeps a quote. */
export function splitWindowsLine(line: string): readonly string[] {
  return [...line.matchAll(/(?:"(?:\\"|[^"])*"|[^\s"])+/g)].map(([word]) =>
    word.replaceAll(/\\"|"/g, (quote) => (quote === '"' ? '' : '"')),
  );
}
