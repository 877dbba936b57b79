import { InvalidArgument } from '../../lib/invalid-argument.ts';
import { MODULES, type Module } from '../access/index.ts';

/** Domains whose name is not that of a module, with the module their records belong to. */
const MODULE_OF_DOMAIN: ReadonlyMap<string, Module> = new Map<string, Module>(
  Object.entries({
    geography: 'imports',
    sources: 'imports',
    measures: 'imports',
    organisation: 'postings',
    demand: 'allocation',
    ringfence: 'duties',
    patrols: 'duties',
    forums: 'panels',
    engagement: 'panels',
    plans: 'performance',
    protection: 'high-harm',
    incidents: 'critical-incident',
    identity: 'users',
    publication: 'publishing',
  } satisfies Record<string, Module>),
);

/**
 * The module of the permission matrix that an action belongs to.
 * @param action such as "sources.import": the domain, a dot, and what was done
 * @throws InvalidArgument for a domain that belongs to none
 * @example
 * moduleOf('sources.import'); // 'imports'
 */
export function moduleOf(action: string): Module {
  const domain = action.split('.')[0] ?? '';
  const found = MODULES.find((module) => module === domain) ?? MODULE_OF_DOMAIN.get(domain);
  if (found === undefined) throw new InvalidArgument(`The audit needs the module that "${action}" belongs to.`);
  return found;
}
