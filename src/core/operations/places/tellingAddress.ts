import { tellingLabels } from '../../stages/names';

/** The labels of a host that people have chosen: `db.example.dev` is not a development host. */
export function tellingHost(host: string): string {
  return tellingLabels(host)?.replace(/\.+$/, '') ?? host;
}

/** The same of a web address; any other name is all chosen. */
export function tellingAddress(name: string): string {
  const [, host, path = ''] = /^https?:\/\/([^/:?]+)[^/]*(\/.*)?$/s.exec(name) ?? [];
  return host === undefined ? name : tellingHost(host) + path;
}
