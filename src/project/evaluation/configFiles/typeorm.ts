import { readClientFiles } from '../../clientFiles';
import { targetsOfCall } from '../clientTargets';
import { javascriptClients } from '../javascriptClients';
import { rulesOfDialect } from '../javascriptRules';
import { partsOfOptions } from '../optionParts';
import { textOption } from '../callOptions';
import {
  findConfig,
  inFolders,
  loadConfig,
  targetsOfParts,
  withEndings,
  type ConfigTool,
} from './configFile';

const usual = inFolders(
  ['.', 'src', 'src/config', 'src/database', 'src/db'],
  ['data-source', 'datasource', 'dataSource'].flatMap((name) => withEndings(name)),
);
const older = withEndings('ormconfig', ['ts', 'js', 'cjs', 'json']);

/** The file of a DataSource, which the command names with `-d`; before 0.3 an `ormconfig` with the options alone. */
export const typeormDataSource: ConfigTool = {
  id: 'typeorm',
  async read(request) {
    const file = await findConfig(request, [...usual, ...older]);
    const config = file === undefined ? undefined : await loadConfig(request, file);
    if (file === undefined || !config) return undefined;
    const { made, environment, reads, compared } = config.evaluation;
    const { files, home, cwd, grammars } = request;
    const readFile = await readClientFiles(files, environment, home);
    const context = { environment, grammars, client: { readFile, home, cwd } };
    const sources = made.filter(({ maker }) => maker === 'typeorm.DataSource');
    const targets = sources.flatMap((source) => {
      const call = javascriptClients.find(({ maker }) => maker === source.maker);
      return call ? targetsOfCall(call, source, context) : [];
    });
    if (targets.length > 0) return { targets, environment, reads, compared };
    const options = config.value.kind === 'list' ? config.value.items : [config.value];
    const written = await Promise.all(
      options.map((value) =>
        targetsOfParts(
          request,
          environment,
          rulesOfDialect(textOption(value, 'type')) ?? { system: 'unknown' },
          partsOfOptions(value),
          { file, trail: value.trail },
        ),
      ),
    );
    return { targets: written.flat(), environment, reads, compared };
  },
};
