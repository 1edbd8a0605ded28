import type { Origin } from '../environment/setting';

/** One name by which people tell environments apart: a profile, a project, a context, the resource itself. */
export interface PlaceName {
  /** `the profile`, `the context`, `the instance`. */
  readonly what: string;
  readonly name: string;
  readonly origin?: Origin;
}

/** Where a resource is that holds data without being a database connection: a cloud account, a cluster, an engine. */
export interface ResourcePlace {
  /** `AWS`, `Kubernetes`, `Docker`. */
  readonly provider: string;
  readonly names: readonly PlaceName[];
  /**
   * `cloud` is told by the names, `machine` is as the machine is that the command runs on, `local` is a stand-in on this
   * machine (an emulator, a cluster of kind or minikube), whatever its names say.
   */
  readonly kind: 'cloud' | 'machine' | 'local';
  /** Where a server of this machine is asked: a tunnel may answer there. */
  readonly at?: { readonly host: string; readonly port: number };
}
