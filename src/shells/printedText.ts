/** What `echo` or `printf` prints for its arguments, the last line break left out. */
export function printedText(program: 'echo' | 'printf', args: readonly string[]): string {
  if (program === 'printf') return formatted(args[0] === '--' ? args.slice(1) : args);
  const end = args.findIndex((arg) => !/^-[neE]+$/.test(arg));
  const text = end < 0 ? '' : args.slice(end).join(' ');
  const options = end < 0 ? args : args.slice(0, end);
  return options.some((option) => option.includes('e')) ? unescaped(text) : text;
}

/** A format is used again until no argument is left. */
function formatted([format = '', ...args]: readonly string[]): string {
  const left = [...args];
  let text = '';
  for (let before = -1; before !== left.length && (before < 0 || left.length > 0);) {
    before = left.length;
    text += unescaped(format).replace(/%(?:%|[-+ #0-9.]*[a-zA-Z])/g, (place) =>
      place === '%%' ? '%' : (left.shift() ?? ''),
    );
  }
  return text;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\' };

function unescaped(text: string): string {
  return text.replace(/\\([ntr\\])/g, (_, letter: string) => escapes[letter] ?? letter);
}
