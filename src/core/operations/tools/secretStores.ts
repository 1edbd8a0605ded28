import type { Command } from '../command';
import type { Tool } from '../tool';

/** What stands behind `--`, or behind the verb where no option does. */
function startedBy({ args }: Command): readonly string[] | undefined {
  const verb = args.findIndex((arg) => /^(run|exec|exec-env)$/.test(arg));
  if (verb < 0) return undefined;
  const dashes = args.indexOf('--', verb);
  const started = args.slice((dashes < 0 ? verb : dashes) + 1);
  return started[0]?.startsWith('-') ? undefined : started;
}

/** Programs that start another one with variables that they keep, its database among them. */
export const secretStoreTools: readonly Tool[] = [
  {
    names: [
      ...['doppler', 'infisical', 'chamber', 'op', 'teller', 'railway', 'vercel'],
      ...['aws-vault', 'envchain', 'vlt', 'hcp', 'phase'],
    ],
    rules: [],
    delegate: startedBy,
  },
];
