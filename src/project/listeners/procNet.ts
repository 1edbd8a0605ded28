import type { ListeningSocket } from './listeners';

/** The rows of `/proc/net/tcp` and `tcp6` that listen. */
export function readTcpTable(text: string): ListeningSocket[] {
  return text.split('\n').flatMap((line) => {
    const [, local = '', , state, , , , uid, , inode = ''] = line.trim().split(/\s+/);
    if (state !== '0A') return [];
    const [address = '', port = ''] = local.split(':');
    const host = address.length === 8 ? ipv4(address) : ipv6(address);
    const end = { kind: 'tcp', host, port: parseInt(port, 16) } as const;
    return [{ end, id: inode, uid: Number(uid) }];
  });
}

/** The rows of `/proc/net/unix` that listen and have a path. */
export function readUnixTable(text: string): ListeningSocket[] {
  return [...text.matchAll(/^\w+: \w+ \w+ (\w+) \w+ \w+ +(\d+) (\/.+)$/gm)].flatMap(
    ([, flags = '', id = '', path = '']) =>
      parseInt(flags, 16) & acceptsConnections ? [{ end: { kind: 'socket', path }, id }] : [],
  );
}

const acceptsConnections = 0x10000;

/** Words of four bytes, as this machine holds them: the last byte first. */
function bytesOf(word: string): string[] {
  return word.match(/../g)!.reverse();
}

function ipv4(word: string): string {
  return bytesOf(word)
    .map((byte) => parseInt(byte, 16))
    .join('.');
}

function ipv6(words: string): string {
  const [first, second, third, last] = words.match(/.{8}/g)! as [string, string, string, string];
  const hex = [first, second, third, last].flatMap(bytesOf).join('').toLowerCase();
  if (/^0+$/.test(hex)) return '::';
  if (/^0+1$/.test(hex)) return '::1';
  if (hex.startsWith('00000000000000000000ffff')) return ipv4(last);
  return hex.match(/.{4}/g)!.join(':');
}
