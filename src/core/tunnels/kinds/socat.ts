import { farTcp, localTcp, portOfText, splitColons } from '../ends';
import type { Endpoint } from '../../targets/target';
import type { LocalEnd } from '../listener';
import type { TunnelKind } from '../tunnelKind';

export const socat: TunnelKind = {
  id: 'socat',
  programs: ['socat'],
  read({ args }) {
    const addresses = args.filter((arg) => /^[A-Za-z0-9_-]+:/.test(arg) && !arg.startsWith('-'));
    const [first = '', second = ''] = addresses;
    const isReversed = localEnd(first) === undefined;
    const local = localEnd(isReversed ? second : first);
    const far = farEnd(isReversed ? first : second);
    if (!local) return undefined;
    const forwards = [{ local, ...(far && { far }) }];
    return { kind: 'tunnel', tool: 'socat', via: 'socat', forwards, isRelay: true };
  },
};

interface Address {
  readonly type: string;
  readonly parts: readonly string[];
  option(name: string): string | undefined;
}

function readAddress(text: string): Address {
  const [place = '', ...options] = text.split(',');
  const [type = '', ...parts] = splitColons(place);
  return {
    type: type.toUpperCase(),
    parts,
    option: (name) =>
      options.find((option) => option.startsWith(`${name}=`))?.slice(name.length + 1),
  };
}

function localEnd(text: string): LocalEnd | undefined {
  const { type, parts, option } = readAddress(text);
  const [place = ''] = parts;
  if (/^UNIX-L(?:ISTEN)?$/.test(type)) return { kind: 'socket', path: place };
  if (!/^(?:TCP[46]?|OPENSSL|SSL)-L(?:ISTEN)?$/.test(type)) return undefined;
  const bind = option('bind')?.replace(/^\[(.*)\]$/, '$1');
  return localTcp(portOfText(place), bind ?? '*');
}

function farEnd(text: string): Endpoint | undefined {
  const { type, parts } = readAddress(text);
  const [first = '', second, third] = parts;
  if (/^(?:TCP[46]?|OPENSSL|SSL)(?:-CONNECT)?$/.test(type))
    return farTcp(first, portOfText(second));
  if (/^UNIX(?:-CONNECT)?$/.test(type)) return { kind: 'socket', path: first };
  // These name the proxy first.
  if (/^(?:SOCKS4A?|SOCKS5(?:-CONNECT)?|PROXY(?:-CONNECT)?)$/.test(type) && second)
    return farTcp(second, portOfText(third));
  return undefined;
}
