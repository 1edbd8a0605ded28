import { drizzleKit } from '../../loaders/dotenv';
import { optionOf, textOption } from '../callOptions';
import { rulesOfDialect } from '../javascriptRules';
import { partsOf } from '../optionParts';
import { findConfig, loadConfig, targetsOfParts, withEndings, type ConfigTool } from './configFile';

/** drizzle-kit loads `.env` of the working folder before it reads its file. */
export const drizzleConfig: ConfigTool = {
  id: 'drizzle-kit',
  async read(request) {
    const file = await findConfig(request, withEndings('drizzle.config', ['ts', 'js', 'json']));
    if (file === undefined) return undefined;
    const { layers } = await drizzleKit.load({ ...request, options: {} });
    const loaded = layers.filter((layer) => layer !== request.process);
    const config = await loadConfig({ ...request, loaded }, file);
    if (!config) return undefined;
    const { environment, reads, compared } = config.evaluation;
    const { value } = config;
    const rules = rulesOfDialect(textOption(value, 'dialect', 'driver')) ?? { system: 'unknown' };
    const parts = partsOf(optionOf(value, 'dbCredentials'));
    const place = { file, trail: value.trail };
    const targets = await targetsOfParts(request, environment, rules, parts, place);
    return { targets, environment, reads, compared };
  },
};
