import { basename, join } from 'node:path';
import { watchedVariables } from '../core/environment/watchedVariables';
import { destructivePattern } from '../core/operations/destructiveWords';
import { seldomWords, tellingTexts, unaskedWords } from '../core/operations/inertPrograms';
import { quoteWord } from '../shells/quoteWord';

/** A change to the environment of new terminals, as `vscode.EnvironmentVariableCollection` makes it. */
export interface HookVariable {
  readonly name: string;
  readonly action: 'replace' | 'prepend';
  readonly value: string;
  /** Made once more by VS Code's shell integration, behind the user's start-up files. */
  readonly isRepeated?: true;
}

export interface HookSurroundings {
  /** The extension's `media/hooks`. */
  readonly hooksFolder: string;
  /** The file that tells a shell at its first prompt where the editor listens. */
  readonly channelFile: string;
  /** What a terminal's environment is without these changes. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Left out where there can be none. */
  readonly standIns?: StandInPaths;
}

export interface StandInPaths {
  readonly scriptShell: string;
  readonly toolsFolder: string;
}

/** How the hooks get into bash, zsh and fish without a word in any start-up file. */
export function hookVariables(surroundings: HookSurroundings): HookVariable[] {
  const { hooksFolder, channelFile } = surroundings;
  return [
    replace('SAFETY_CATCH_CHANNEL', channelFile),
    replace('SAFETY_CATCH_HOOKS', hooksFolder),
    // A window that was opened from a terminal of another one would have that for its own.
    replace('SAFETY_CATCH_TERMINAL', ''),
    replace('SAFETY_CATCH_WATCH', watchedVariables.join('|')),
    replace('SAFETY_CATCH_INERT', unaskedWords.join('|')),
    replace('SAFETY_CATCH_SELDOM', seldomWords.join('|')),
    replace('SAFETY_CATCH_TELLING', tellingTexts.join('|')),
    replace('SAFETY_CATCH_DESTRUCTIVE', destructivePattern),
    replace('SAFETY_CATCH_BASH', `. ${quoteWord(join(hooksFolder, 'bash/hook.bash'))} 2>/dev/null`),
    promptCommand(surroundings),
    ...bashEnv(surroundings),
    ...startUpFolder(surroundings),
    dataFolders(surroundings),
    ...(surroundings.standIns ? standInVariables(surroundings, surroundings.standIns) : []),
  ];
}

const replace = (name: string, value: string): HookVariable => ({ name, action: 'replace', value });

/** In a setting, only VS Code can fill it in. Rather no report and no question than start-up files missed. */
const vscodeReference = /\$\{(\w+:\w|userHome|workspaceFolder|cwd)/;

/**
 * VS Code takes one line without backslashes. What start-up files of users put behind it may begin with a command or with
 * `;`: after `! !`, which changes nothing, both are good bash. bash 3.2, which macOS has, does not know a doubled `!`.
 */
function promptCommand({ platform }: HookSurroundings): HookVariable {
  const load = 'eval "${SAFETY_CATCH_BASH-}"; ';
  const value = platform === 'darwin' ? load : `${load}! ! `;
  return { name: 'PROMPT_COMMAND', action: 'prepend', value, isRepeated: true };
}

function startUpFolder({ hooksFolder, environment }: HookSurroundings): HookVariable[] {
  const own = environment['ZDOTDIR'] ?? '';
  if (vscodeReference.test(own)) return [];
  return [replace('SAFETY_CATCH_ZDOTDIR', own), replace('ZDOTDIR', join(hooksFolder, 'zsh'))];
}

const taskFile = 'bash/task.bash';

/** A window that was opened from a shell which let the variables through finds its own in the place of the user's. */
function bashEnv({ hooksFolder, environment }: HookSurroundings): HookVariable[] {
  const value = environment['BASH_ENV'] ?? '';
  const own = value.endsWith(`/hooks/${taskFile}`) ? environment['SAFETY_CATCH_BASH_ENV'] : value;
  if (own && vscodeReference.test(own)) return [];
  // bash expands the value as if it stood between double quotes.
  const path = join(hooksFolder, taskFile).replace(/[\\"$`]/g, '\\$&');
  return [replace('SAFETY_CATCH_BASH_ENV', own ?? ''), replace('BASH_ENV', path)];
}

/** fish looks for `fish/vendor_conf.d` in these. A bare prepend to an unset variable would hide the system's own. */
function dataFolders({ hooksFolder, environment }: HookSurroundings): HookVariable {
  const name = 'XDG_DATA_DIRS';
  return environment[name]
    ? { name, action: 'prepend', value: `${hooksFolder}:` }
    : { name, action: 'replace', value: `${hooksFolder}:/usr/local/share:/usr/share` };
}

/** What npm, pnpm until 10 and yarn 1 read, and pnpm from 11 on. Letters of either case will do for some of them. */
const scriptShellName = /^p?npm_config_script_shell$/i;

function standInVariables(
  { environment }: HookSurroundings,
  { scriptShell, toolsFolder }: StandInPaths,
): HookVariable[] {
  const given = Object.keys(environment).filter((name) => scriptShellName.test(name));
  // A window that was opened from a terminal finds the stand-in in the place of the user's own.
  const own = given
    .map((name) => environment[name])
    .find((value) => value && !value.endsWith(`/${basename(scriptShell)}`));
  const names = new Set([...given, 'npm_config_script_shell', 'pnpm_config_script_shell']);
  return [
    ...[...names].map((name) => replace(name, scriptShell)),
    replace('SAFETY_CATCH_SCRIPT_SHELL', own ?? environment['SAFETY_CATCH_SCRIPT_SHELL'] ?? ''),
    replace('SAFETY_CATCH_TOOLS', toolsFolder),
    { name: 'PATH', action: 'prepend', value: `${toolsFolder}:` },
  ];
}
