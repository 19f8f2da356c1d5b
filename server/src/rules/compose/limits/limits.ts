import { type Addition } from '../../../compose/edits';
import { type Service } from '../../../compose/model';

/** Something of the host that a service may be given a share of. */
export interface Limit {
  /** Completes "may take all …". */
  readonly of: string;
  /** Keys of a service that set it. */
  readonly keys: readonly string[];
  /** Key of `deploy.resources.limits`. */
  readonly deployed: string;
  /** A limit that many services can live with. */
  readonly usual: Addition;
}

/** @see https://docs.docker.com/reference/compose-file/deploy/#resources */
export const limits: readonly Limit[] = [
  {
    of: 'memory',
    keys: ['mem_limit'],
    deployed: 'memory',
    usual: { key: 'mem_limit', value: { raw: '1g' } },
  },
  {
    of: 'processors',
    keys: ['cpus', 'cpu_quota', 'cpuset'],
    deployed: 'cpus',
    usual: { key: 'cpus', value: '1.0' },
  },
  {
    of: 'process numbers',
    keys: ['pids_limit'],
    deployed: 'pids',
    usual: { key: 'pids_limit', value: { raw: '256' } },
  },
];

/** The limits that a service is not known to have; none where something of it cannot be read. */
export function missingLimits(service: Service): readonly Limit[] {
  const deploy = service.entry('deploy')?.value;
  if (deploy?.kind === 'map' && !deploy.complete) return [];
  const set = service.resources?.get('limits')?.value;
  if (service.resources?.complete === false || (set !== undefined && set.kind !== 'map')) return [];
  if (set?.complete === false) return [];
  return limits.filter(
    ({ keys, deployed }) =>
      keys.every((key) => service.entry(key) === undefined) && set?.get(deployed) === undefined,
  );
}
