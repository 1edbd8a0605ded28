import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { guessProcess } from './guessProcess';
import type { ListenerSystem, ListeningProcess, ListeningSocket, SocketTable } from './listeners';
import { readTcpTable, readUnixTable } from './procNet';
import { SocketOwners } from './socketOwners';

/** Asks the kernel's own tables, without any program. */
export const linux: ListenerSystem = {
  async read() {
    const [ipv4, ipv6, unix] = await Promise.all(['tcp', 'tcp6', 'unix'].map(readTable));
    if (ipv4 === undefined) return undefined;
    const owners = new SocketOwners();
    const table: SocketTable = {
      sockets: [...readTcpTable(ipv4), ...readTcpTable(ipv6 ?? ''), ...readUnixTable(unix ?? '')],
      covers: unix === undefined ? ['tcp'] : ['tcp', 'socket'],
      processOf: (socket) => findProcess(owners, socket),
    };
    return table;
  },
};

async function readTable(name: string): Promise<string | undefined> {
  try {
    return await readFile(`/proc/net/${name}`, 'utf8');
  } catch {
    // A kernel without IPv6 has no table of it.
    return undefined;
  }
}

async function findProcess(
  owners: SocketOwners,
  socket: ListeningSocket,
): Promise<ListeningProcess | undefined> {
  const pid = await owners.find(socket.id);
  if (pid !== undefined)
    return { argv: await owners.commandOf(pid), isOwn: owners.userOf(pid) === process.getuid?.() };
  const uid = socket.uid ?? ownerOfSocket(socket);
  if (uid === undefined) return undefined;
  const commands = await Promise.all(
    owners.hiddenProcessesOf(uid).map((hidden) => owners.commandOf(hidden)),
  );
  const argv = guessProcess(commands, socket.end);
  return argv && { argv, isOwn: false };
}

function ownerOfSocket({ end }: ListeningSocket): number | undefined {
  try {
    return end.kind === 'socket' ? statSync(end.path).uid : undefined;
  } catch {
    return undefined;
  }
}
