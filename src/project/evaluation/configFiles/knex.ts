import { dirname } from 'node:path';
import { textOption } from '../callOptions';
import { rulesOfDialect } from '../javascriptRules';
import { knexParts } from '../ormArguments';
import {
  comparedWith,
  findConfig,
  loadConfig,
  pickSection,
  targetsOfParts,
  withEndings,
  type ConfigTool,
} from './configFile';

/** The Knex command line goes to the folder of its file before it reads it, so env files are looked for there. */
export const knexfile: ConfigTool = {
  id: 'knex',
  async read(asked) {
    const usual = withEndings('knexfile', ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts']);
    const file = await findConfig(asked, usual);
    if (file === undefined) return undefined;
    const request = { ...asked, cwd: dirname(file) };
    const config = await loadConfig(request, file);
    if (!config) return undefined;
    const { environment, reads } = config.evaluation;
    const picked = pickSection(config.value, request, config);
    const value = picked.value ?? config.value;
    const rules = rulesOfDialect(textOption(value, 'client', 'dialect')) ?? { system: 'unknown' };
    const place = { file, trail: value.trail };
    const targets = await targetsOfParts(request, environment, rules, knexParts(value), place);
    return { targets, environment, reads, compared: comparedWith(config.evaluation, picked.names) };
  },
};
