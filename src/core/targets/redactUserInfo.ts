const start = /:\/\/|oracle:[a-z\d]{1,8}:(?=[^/@]{0,80}\/)/gi;
/** Longest run of characters that is looked at for a scheme, so that long words cost no time. */
const longestScheme = 48;

/** `host`, `host:1`, `[::1]:1,host:2`: what stands before a path is a place, and no password. */
const place =
  /^(?:\[[^\]]*\]|[^:@/?#;,]*)(?::\d{0,5})?(?:,(?:\[[^\]]*\]|[^:@/?#;,]*)(?::\d{0,5})?)*(?:[\s/?#;'"]|$)/;

/** `scheme://user:***@host`. A password may hold `@`, `/`, `?`, `#` and spaces as they are. */
export function redactUserInfo(text: string): string {
  let redacted = '';
  let done = 0;
  start.lastIndex = 0;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const from = match.index + match[0].length;
    const before = text.slice(Math.max(done, match.index - longestScheme), match.index);
    const scheme = /[a-z\d+.:-]*$/i.exec(before)?.[0] ?? '';
    const end = endOf(text, match.index - scheme.length, from);
    const info = text.slice(from, end);
    const isJdbc = /^jdbc:/i.test(scheme) && match[0] === '://';
    redacted += text.slice(done, from) + (isJdbc ? hideInAuthority(info) : hide(info, match[0]));
    done = end;
    start.lastIndex = end;
  }
  return redacted + text.slice(done);
}

/** A text that begins with a URL is one URL; elsewhere it ends at its closing quote or else at white space. */
function endOf(text: string, index: number, from: number): number {
  if (index <= 8 && /^\s*["'`]?$/.test(text.slice(0, index))) return text.length;
  const before = text[index - 1] ?? '';
  const end = /["'`]/.test(before) ? text.indexOf(before, from) : nextSpace(text, from);
  return end < 0 ? text.length : end;
}

const space = /\s/g;

function nextSpace(text: string, from: number): number {
  space.lastIndex = from;
  return space.exec(text)?.index ?? -1;
}

function hide(info: string, before: string): string {
  const separator = before.endsWith('//') ? ':' : '/';
  const at = info.lastIndexOf('@');
  const split = info.indexOf(separator);
  if (at < 0 && place.test(info)) return info;
  if (split < 0 || (at >= 0 && split > at)) return info;
  return `${info.slice(0, split + 1)}***${at < 0 ? '' : info.slice(at)}`;
}

/** Java's drivers take a password in properties, where user names with `@` stand too, and only seldom before the host. */
function hideInAuthority(info: string): string {
  const end = info.search(/[/?;]/);
  const authority = end < 0 ? info : info.slice(0, end);
  return hide(authority, '//') + info.slice(authority.length);
}
