/** How a file is started by hand, by the language of its editor. `{file}` stands for it. */
const starts: Readonly<Record<string, string>> = {
  python: 'python {file}',
  javascript: 'node {file}',
  typescript: 'npx tsx {file}',
  ruby: 'ruby {file}',
  php: 'php {file}',
  shellscript: 'bash {file}',
  go: 'go run {file}',
};

/** The line that starts a file, `undefined` where it is started by something else. @param file as a shell takes it */
export function startLine(language: string, file: string): string | undefined {
  return starts[language]?.replace('{file}', () => file);
}
