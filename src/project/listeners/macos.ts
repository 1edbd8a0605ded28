import type { LocalEnd } from '../../core/tunnels/listener';
import type { ListenerSystem, ListeningProcess, ListeningSocket } from './listeners';
import { runBriefly } from './runBriefly';

/** `lsof` tells the processes of this user, `netstat` that others listen, too. */
export const macos: ListenerSystem = {
  async read() {
    const [files, network] = await Promise.all([
      runBriefly('lsof', ['-nP', '-iTCP', '-sTCP:LISTEN', '-Fpn']),
      runBriefly('netstat', ['-an', '-p', 'tcp']),
    ]);
    if (files === undefined && network === undefined) return undefined;
    const own = readLsof(files ?? '');
    const isOwn = ({ end }: ListeningSocket): boolean =>
      own.some((socket) => JSON.stringify(socket.end) === JSON.stringify(end));
    return {
      sockets: [...own, ...readNetstat(network ?? '').filter((socket) => !isOwn(socket))],
      // Without netstat, an empty answer does not mean that nobody listens.
      covers: network === undefined ? [] : ['tcp'],
      processOf: ({ id }) => readProcess(id),
    };
  },
};

/** Lines of `p` and a process, each followed by lines of `n` and an address. */
export function readLsof(text: string): ListeningSocket[] {
  let pid = '';
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('p')) pid = line.slice(1);
    const [, host, port] = /^n(.*):(\d+)$/.exec(line) ?? [];
    return host === undefined || port === undefined ? [] : [{ end: endOf(host, port), id: pid }];
  });
}

/** `tcp4  0  0  127.0.0.1.5432  *.*  LISTEN`. */
export function readNetstat(text: string): ListeningSocket[] {
  return [...text.matchAll(/^tcp\S*\s+\d+\s+\d+\s+(\S+)\.(\d+)\s+\S+\s+LISTEN/gm)].map(
    ([, host = '', port = '']) => ({ end: endOf(host, port), id: '' }),
  );
}

function endOf(host: string, port: string): LocalEnd {
  return { kind: 'tcp', host: host.replace(/^\[(.+)\]$/, '$1'), port: Number(port) };
}

async function readProcess(pid: string): Promise<ListeningProcess | undefined> {
  if (pid === '') return undefined;
  const ask = (field: string) => runBriefly('ps', ['-ww', '-o', `${field}=`, '-p', pid]);
  const [uid, path, line] = await Promise.all([ask('uid'), ask('comm'), ask('args')]);
  if (line === undefined) return undefined;
  const argv = splitLine(line.trim(), path?.trim() ?? '');
  return { argv, isOwn: Number(uid) === process.getuid?.() };
}

/** Only the program's own path is known to hold spaces: the arguments come as one text. */
export function splitLine(line: string, path: string): readonly string[] {
  const isPath = path !== '' && (line === path || line.startsWith(`${path} `));
  if (!isPath) return line.split(' ');
  return line === path ? [path] : [path, ...line.slice(path.length + 1).split(' ')];
}
