const names =
  /(password|passwd|passphrase|pass|pwd|secret(?:_?(?:access_?)?key)?|token|api_?key|account_?key)(["']?\s*[=:]\s*)/gi;
/** `--password value`, where a program takes it so. */
const option = /(--(?:password|pass|passwd|auth|token)\s+)(\S+)/gi;

/** `password=***`, with each kind of quoting that a connection string or a shell has. */
export function redactValues(text: string): string {
  const isUrl = wholeUrl.test(text);
  let redacted = '';
  let done = 0;
  names.lastIndex = 0;
  for (let match = names.exec(text); match; match = names.exec(text)) {
    const [whole, name = '', separator = ''] = match;
    const delimiter = delimiterBefore(text, match.index, done);
    if (name === 'PWD' && delimiter !== ';' && text[match.index - 1] !== '_') continue;
    const start = match.index + whole.length;
    const end = endOfValue(text, start, endOfBareValue(isUrl, delimiter, separator));
    if (end === start) continue;
    redacted += `${text.slice(done, start)}***`;
    done = end;
    names.lastIndex = end;
  }
  return (redacted + text.slice(done)).replace(option, '$1***');
}

/** What separates a pair from the one before it: `;` in ADO's and ODBC's strings, `?` or `&` in a query. */
function delimiterBefore(text: string, index: number, from: number): string {
  let at = index - 1;
  while (at >= from && /[\w .-]/.test(text[at]!)) at--;
  if (at < 0 && text.includes(';')) return ';';
  return text[at] ?? '';
}

const wholeUrl = /^\s{0,8}["']?[a-z][a-z\d+.:-]{0,48}:\/\//i;

function endOfBareValue(isUrl: boolean, delimiter: string, separator: string): RegExp {
  if (delimiter === ';') return /;/g;
  if (delimiter === '?' || delimiter === '&') return isUrl ? /&/g : /[&\s]/g;
  // In YAML and headers a value goes to the end of its line.
  return separator.includes(':') ? /[\r\n]/g : /\s/g;
}

function endOfValue(text: string, start: number, bareEnd: RegExp): number {
  let at = endOfQuotes(text, start, bareEnd.source === ';');
  if (bareEnd.source === '\\s') {
    // A backslash keeps a space in the value.
    while (at < text.length && !/\s/.test(text[at]!)) at += text[at] === '\\' ? 2 : 1;
    return Math.min(at, text.length);
  }
  bareEnd.lastIndex = at;
  return bareEnd.exec(text)?.index ?? text.length;
}

/** Behind the closing quote of a value that starts with one; braces quote in ODBC's strings only. */
function endOfQuotes(text: string, start: number, hasBraces: boolean): number {
  const opening = text[start] ?? '';
  const closing = hasBraces && opening === '{' ? '}' : opening;
  if (!/["'}]/.test(closing)) return start;
  let at = start + 1;
  // A doubled or escaped quote does not close.
  while (at < text.length && (text[at] !== closing || text[at + 1] === closing))
    at += text[at] === '\\' || text[at] === closing ? 2 : 1;
  return Math.min(at + 1, text.length);
}
