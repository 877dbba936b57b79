import type { Platform } from '../platform.ts';
import type { Visit } from '../web/visit.ts';
import type { Service } from './guarded.ts';
import { SignInNeeded } from './not-allowed.ts';

/**
 * Marks a service function of signing in: nobody is anybody yet, so there is no principal to check. It takes Wardroom's
 * own platform, past row security, and decides by what it is shown: a password, a code, a one-time link, a token.
 */
export function wayIn<Args extends [Platform, ...unknown[]], Result>(
  name: string,
  run: (...args: Args) => Result,
): Service<Args, Result> {
  return Object.assign((...args: Args): Result => run(...args), { rule: { kind: 'way-in', name } as const });
}

/** A visit of somebody signed in. */
export interface SignedInVisit {
  person: string;
  session: string;
  demonstration: boolean;
}

/**
 * Makes a service function about the caller's own account, and nobody else's: it takes Wardroom's own platform, because
 * password hashes and the like are readable by nobody else, and the visit that a session token was looked up as.
 * @throws SignInNeeded when the visit is a visitor's
 */
export function ownAccount<Rest extends unknown[], Result>(
  name: string,
  run: (system: Platform, me: SignedInVisit, ...rest: Rest) => Promise<Result>,
): Service<[Platform, Visit, ...Rest], Promise<Result>> {
  const checked = async (system: Platform, visit: Visit, ...rest: Rest): Promise<Result> => {
    const { principal, session } = visit;
    if (principal.kind !== 'person' || session === null) throw new SignInNeeded('Sign in to go on.');
    const { person, demonstration } = principal;
    return run(system, { person, session: session.id, demonstration }, ...rest);
  };
  return Object.assign(checked, { rule: { kind: 'own-account', name } as const });
}
