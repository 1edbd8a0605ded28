import type { Environment } from '../../../core/environment/environment';
import { scalar, textOf, unknown, withSteps, type Value } from '../../../syntax/evaluation/value';
import { isEmpty, optionOf, textOption } from '../callOptions';
import type { CallParts, ClientRules } from '../clientCall';
import { rulesOfDialect } from '../javascriptRules';
import { asSequelize, partsOfWriter } from '../ormArguments';
import {
  comparedWith,
  findConfig,
  loadConfig,
  pickSection,
  targetsOfParts,
  type ConfigRequest,
  type ConfigTool,
} from './configFile';

const unknownDialect = {
  system: 'unknown',
  grammar: 'sequelize-cli',
  host: 'localhost',
} as const satisfies ClientRules;

/** `.sequelizerc` names the file; without it `config/config.js` wins over `config/config.json`. */
export const sequelizeConfig: ConfigTool = {
  id: 'sequelize',
  async read(request) {
    const named = request.file ?? (await fileOfRc(request));
    const usual = [
      'config/config.js',
      'config/config.cjs',
      'config/config.ts',
      'config/config.json',
    ];
    const file = await findConfig(
      named === undefined ? request : { ...request, file: named },
      usual,
    );
    const config = file === undefined ? undefined : await loadConfig(request, file);
    if (file === undefined || !config) return undefined;
    const { environment, reads } = config.evaluation;
    const picked = pickSection(config.value, request, config);
    const value = picked.value ?? unknown('the file has no such section');
    const parts = partsOf(value, environment, file);
    const dialect = textOption(value, 'dialect');
    const rules = asSequelize(rulesOfDialect(dialect) ?? unknownDialect, 'sequelize-cli');
    const place = { file, trail: value.trail };
    const targets = await targetsOfParts(request, environment, rules, parts, place);
    return { targets, environment, reads, compared: comparedWith(config.evaluation, picked.names) };
  },
};

async function fileOfRc(request: ConfigRequest): Promise<string | undefined> {
  const file = await findConfig(request, ['.sequelizerc']);
  const config = file === undefined ? undefined : await loadConfig(request, file);
  const path = config && optionOf(config.value, 'config');
  return path && textOf(path);
}

/** In a section `url` wins over `use_env_variable`, and that over the parts. */
function partsOf(section: Value, environment: Environment, file: string): CallParts {
  if (section.kind === 'unknown') return { url: section };
  const own = optionOf(section, 'url');
  if (own && !isEmpty(own)) return { url: own };
  const name = optionOf(section, 'use_env_variable');
  if (!name || isEmpty(name)) return partsOfWriter(section);
  const text = textOf(name);
  if (text === undefined) return { url: unknown('the name of the variable is not known') };
  const found = environment.find(text)?.setting;
  const origin = found?.origin ?? { kind: 'code', name: text, file };
  const read = { kind: 'read', name: text, isSet: found !== undefined, origin } as const;
  const url = found
    ? scalar(found.value, [read])
    : unknown(`${text} is not set, so the program stops here`, [read]);
  return { url: withSteps(url, section.trail) };
}
