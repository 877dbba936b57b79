import type { Ruling } from '../../model.ts';
import type { Ruled } from '../model.ts';
import type { CoverQuestion, Standby } from './cover-question.ts';
import { sayMinutes } from './say-minutes.ts';

/** Why somebody comes where they come among those who could stand in, by the rules of allocation. */
export function sayWhy({ ward: lending, postClass }: Standby, { ward }: Pick<CoverQuestion, 'ward'>): string {
  const cluster = ward.cluster !== null && lending.cluster === ward.cluster;
  const borough = lending.boroughCode === ward.boroughCode;
  const parts = [
    ...(lending.neighbour ? ['a neighbouring ward'] : []),
    ...(cluster ? ['in the same cluster'] : []),
    borough ? 'in the same borough' : 'in another borough',
    ...(lending.neighbour ? [] : ['and not a neighbouring ward']),
  ];
  const post = { extra: 'one above the floor', floor: 'one of the floor', pcso: 'a PCSO’s' }[postClass];
  return `${lending.name} is ${parts.join(', ')}; the post is ${post}.`;
}

const COUNTS_AS: Readonly<Record<Ruling, string>> = {
  breach: 'a breach by the policy in force',
  permitted: 'permitted by the policy in force',
  exception: 'an exception by the policy in force',
  kept: 'ward work by the policy in force',
  unruled: 'not ruled: the ring-fence of such posts is an aspiration',
};

/** What covering costs the ward that lends: "2 hours away from Bloomsbury, a breach by the policy in force." */
export function sayCost({ from, to, ward }: Standby, { ruling }: Ruled): string {
  const minutes = Math.round((to.getTime() - from.getTime()) / 60_000);
  return `${sayMinutes(minutes)} away from ${ward.name}, ${COUNTS_AS[ruling]}.`;
}
