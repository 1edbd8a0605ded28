import { cloudSqlProxy } from './kinds/cloudSqlProxy';
import { cloudTunnels } from './kinds/cloudTunnels';
import { dockerProxy } from './kinds/dockerProxy';
import { fly } from './kinds/fly';
import { kubectl } from './kinds/kubectl';
import { localServer } from './kinds/localServer';
import { pgbouncer } from './kinds/pgbouncer';
import { proxies } from './kinds/proxies';
import { sessionManagerPlugin } from './kinds/sessionManagerPlugin';
import { socat } from './kinds/socat';
import { ssh } from './kinds/ssh';
import { teleport } from './kinds/teleport';
import type { TunnelKind } from './tunnelKind';

/** The first that names a program reads its command line. */
export const tunnelKinds: readonly TunnelKind[] = [
  localServer,
  dockerProxy,
  ssh,
  kubectl,
  cloudSqlProxy,
  sessionManagerPlugin,
  teleport,
  fly,
  socat,
  pgbouncer,
  ...cloudTunnels,
  proxies,
];
