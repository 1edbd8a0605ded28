import type { StageRule } from '../stageRule';
import { containerNetwork } from './containerNetwork';
import { environmentName } from './environmentName';
import { environmentSelector } from './environmentSelector';
import { localProductionName } from './localProductionName';
import { localTestName } from './localTestName';
import { managedProvider } from './managedProvider';
import { privateNetwork } from './privateNetwork';
import { remoteHost } from './remoteHost';
import { settingName } from './settingName';
import { sharedLabel } from './sharedLabel';
import { thisMachine } from './thisMachine';
import { tunnelEnd } from './tunnelEnd';
import { unidentifiedListener } from './unidentifiedListener';
import { unreadableSource } from './unreadableSource';
import { unresolvedPlace } from './unresolvedPlace';
import { userLabel } from './userLabel';

/** The first that applies decides. */
export const decidingRules: readonly StageRule[] = [
  userLabel,
  unresolvedPlace,
  localProductionName,
  unidentifiedListener,
  localTestName,
  thisMachine,
  environmentName,
  settingName,
  environmentSelector,
  tunnelEnd,
  managedProvider,
  containerNetwork,
  privateNetwork,
  remoteHost,
];

/** Each of these counts only where it asks for more care than what was decided. */
export const raisingRules: readonly StageRule[] = [unreadableSource, sharedLabel];
