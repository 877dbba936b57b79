import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { Grant } from '../access/model.ts';
import { wayIn } from '../access/way-in.ts';
import type { Platform } from '../platform.ts';
import { type Identify, VISITOR, type Visit } from '../web/visit.ts';
import { readDemonstration } from './demonstration-store.ts';
import { readRolesHeld } from './grant-store.ts';
import type { PersonId } from './model.ts';
import { readPerson } from './people-store.ts';
import { type PlaceName, rolesInWords } from './role-words.ts';
import { holds, isDueToTouch, isSteppedUp } from './session-limits.ts';
import { type FoundSession, readSession, touchSession } from './session-store.ts';
import { hashToken, isToken } from './token.ts';

/** How long a process may answer from memory: what is revoked elsewhere ends here within it. */
export const REMEMBERED_MILLISECONDS = 2000;
/** Tokens remembered at most. */
const MOST_REMEMBERED = 5000;

interface Remembered {
  visit: Promise<Visit>;
  at: number;
}

/** What is remembered for each platform, so that what a visit has just gained can be seen at once. */
const memories = new WeakMap<Platform, Map<string, Remembered>[]>();

/** Forgets who is behind a token in this process: the next request looks it up anew. */
export const forgetVisit = wayIn('users.forget-visit', (system: Platform, token: string | null): void => {
  for (const remembered of memories.get(system) ?? []) remembered.delete(token ?? '');
});

/**
 * Makes the function that looks up who is behind a session token; one for each process. It answers from memory for two
 * seconds at most, so that a page with many parts asks once, and a session or role that ends is gone within five.
 * @param placeName finds the name of a borough or ward by its code, for the roles in words
 */
export function makeIdentify(system: Platform, placeName: PlaceName = () => null): Identify {
  const remembered = new Map<string, Remembered>();
  memories.set(system, [...(memories.get(system) ?? []), remembered]);
  return (token) => {
    const key = isToken(token) ? token : '';
    const at = system.now().getTime();
    const held = remembered.get(key);
    if (held !== undefined && at - held.at < REMEMBERED_MILLISECONDS && at >= held.at) return held.visit;
    const visit = key === '' ? visitor(system) : lookUp(system, key, placeName);
    remembered.delete(key);
    if (remembered.size >= MOST_REMEMBERED) forgetOldest(remembered);
    remembered.set(key, { visit, at });
    visit.catch(() => remembered.delete(key));
    return visit;
  };
}

/** Somebody whom the operator names with --as: who they are and what they hold today; null unless they are active. */
export const actAs = wayIn(
  'users.act-as',
  async (
    { records, now }: Platform,
    idOrEmail: string,
  ): Promise<{ person: PersonId; name: string; grants: readonly Grant[] } | null> =>
    records.transaction().execute(async (trx) => {
      const person = await readPerson(trx, idOrEmail);
      if (person?.state !== 'active') return null;
      const held = await readRolesHeld(trx, person.id, todayInLondon(now()));
      const grants = held.filter(({ state }) => state === 'approved');
      return {
        person: person.id,
        name: person.name,
        grants: grants.map(({ role, scope, organisation }) => ({ role, scope, organisation })),
      };
    }),
);

async function lookUp(system: Platform, token: string, placeName: PlaceName): Promise<Visit> {
  const { records } = system;
  const now = system.now();
  const found = await readSession(records, hashToken(token), todayInLondon(now));
  if (found === null || found.stage !== 'full' || !found.personActive || !holds(found, now)) return visitor(system);
  if (isDueToTouch(found.lastSeenAt, now)) await touchSession(records, found.id, now, found.lastSeenAt);
  return visitOf(found, now, placeName);
}

function visitOf(found: FoundSession, now: Date, placeName: PlaceName): Visit {
  const { person, demonstration, grants, secondFactorAt } = found;
  // Made-up people have no second factor, and nothing that needs one.
  const steppedUp = demonstration || isSteppedUp(secondFactorAt, now);
  return {
    principal: { kind: 'person', person, grants, demonstration, steppedUp },
    session: { id: found.id, startedAt: found.startedAt },
    name: found.name,
    roles: rolesInWords(grants, placeName),
    demonstrationOn: demonstration,
  };
}

async function visitor({ records }: Platform): Promise<Visit> {
  return { ...VISITOR, demonstrationOn: (await readDemonstration(records)) === 'on' };
}

/** A map keeps its order, so the first key is the one looked up longest ago. */
function forgetOldest(remembered: Map<string, Remembered>): void {
  const [oldest] = remembered.keys();
  if (oldest !== undefined) remembered.delete(oldest);
}
