import type { Endpoint } from './target';

/** `a:1,b,[::1]:2` as TCP endpoints, `undefined` where a host is empty or a port is no number. */
export function readHostList(text: string, defaultPort: number): readonly Endpoint[] | undefined {
  const endpoints: Endpoint[] = [];
  for (const place of text.split(',')) {
    const [, address, name = '', port] =
      /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{0,5}))?$/.exec(place.trim()) ?? [];
    const host = address ?? name;
    const number = Number(port || defaultPort);
    if (host === '' || number < 1 || number > 65535) return undefined;
    endpoints.push({ kind: 'tcp', host, port: number });
  }
  return endpoints;
}
