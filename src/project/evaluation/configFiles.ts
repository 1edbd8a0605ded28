import { assessTargets } from '../assessTargets';
import { answer, type Attempt, type ProgramAnswer } from './answer';
import type { ConfigRequest, ConfigTool } from './configFiles/configFile';
import { drizzleConfig } from './configFiles/drizzle';
import { knexfile } from './configFiles/knex';
import { prismaConfig } from './configFiles/prisma';
import { sequelizeConfig } from './configFiles/sequelize';
import { typeormDataSource } from './configFiles/typeorm';

/** Tools that take their database from a file of their own. */
export const configTools: readonly ConfigTool[] = [
  knexfile,
  sequelizeConfig,
  typeormDataSource,
  drizzleConfig,
  prismaConfig,
];

export function findConfigTool(id: string): ConfigTool | undefined {
  return configTools.find((tool) => tool.id === id);
}

/** What a run of the tool would reach; `undefined` where the folder has no file of the tool. */
export function followConfig(
  tool: ConfigTool,
  request: ConfigRequest,
): Promise<ProgramAnswer | undefined> {
  return answer(request, async (asked): Promise<Attempt | undefined> => {
    const reading = await tool.read(asked);
    if (!reading) return undefined;
    return { ...reading, targets: await assessTargets(reading.targets, { ...asked, ...reading }) };
  });
}
