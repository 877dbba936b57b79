import { actorOf, type Principal, personOf } from '../access/index.ts';

/** Who a principal is on record: a person where there is one, else "cli:NAME" or "wardroom". */
export const whoActs = (principal: Principal): string => personOf(principal) ?? actorOf(principal);

/** Who sits at the command line, "cli:NAME", in whoever's name they act; null for everybody else. */
export const whoSits = (principal: Principal): string | null =>
  principal.kind === 'operator' ? `cli:${principal.name}` : null;
