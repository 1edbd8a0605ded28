import { basename } from 'node:path';

/** What VS Code fills into its files. */
export interface ReferenceContext {
  readonly root: string;
  readonly home: string;
  variable(name: string): string | undefined;
}

/** A text with its references filled in. */
export interface FilledIn {
  /** What is not known before the run stands in it as a variable that no shell has. */
  readonly text: string;
  readonly isKnown: boolean;
}

const reference = /\$\{(\w+|\/)(?::([^{}]*))?\}/g;

/** `${workspaceFolder}`, `${env:X}` and the like; `${input:x}`, `${command:x}`, `${config:x}` and `${file}` are not known. */
export function fillIn(text: string, context: ReferenceContext): FilledIn {
  let isKnown = true;
  const filled = text.replace(
    reference,
    (whole, name: string, argument: string | undefined, at: number) => {
      const value = valueOf(name, argument, context);
      if (value !== undefined) return value;
      if (argument === undefined && !unknownNames.test(name)) return whole;
      isKnown = false;
      const unknown = `\${vscode_${name}_${(argument ?? '').replace(/\W/g, '_')}}`;
      // Between single quotes, a shell would take it for plain text.
      return isQuoted(text.slice(0, at)) ? `'"${unknown}"'` : unknown;
    },
  );
  return { text: filled, isKnown };
}

/** Other names in braces are the shell's own. */
const unknownNames =
  /^(file\w*|relativeFile\w*|lineNumber|columnNumber|selectedText|defaultBuildTask|execPath|extensionInstallFolder)$/;

function valueOf(
  name: string,
  argument: string | undefined,
  { root, home, variable }: ReferenceContext,
): string | undefined {
  switch (name) {
    case 'workspaceFolder':
    case 'workspaceRoot':
      return argument === undefined || argument === basename(root) ? root : undefined;
    case 'workspaceFolderBasename':
    case 'workspaceRootFolderName':
      return basename(root);
    case 'cwd':
      return root;
    case 'userHome':
      return home;
    case '/':
    case 'pathSeparator':
      return '/';
    case 'env':
      return argument === undefined ? undefined : (variable(argument) ?? '');
    default:
      return undefined;
  }
}

function isQuoted(before: string): boolean {
  const outsideDouble = before.replace(/"(?:[^"\\]|\\.)*"/g, '');
  return (outsideDouble.split("'").length - 1) % 2 === 1;
}
