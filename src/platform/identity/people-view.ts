import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { may, type Principal } from '../access/index.ts';
import type { Platform } from '../platform.ts';
import { NotFound } from '../web/index.ts';
import type { KnownPlaces, Person, PersonId, RoleGrant } from './model.ts';
import type { RoleWords } from './pages/roles-table.tsx';
import { placeNames } from './pages/says.ts';
import { findPerson, namesOf } from './service.ts';

/** Who may see the people and their roles, and who may change them. */
export const READS_PEOPLE = { access: { kind: 'allowed', module: 'users', act: 'read' } } as const;
export const CHANGES_PEOPLE = { access: { kind: 'allowed', module: 'users', act: 'write' } } as const;

export const mayChangePeople = (principal: Principal): boolean =>
  may(principal, { module: 'users', act: 'write', place: null });

/** The person at an address. @throws NotFound */
export async function personAt(platform: Platform, id: PersonId): Promise<Person> {
  const found = id.startsWith('person:') ? await findPerson(platform, id) : null;
  if (found !== null) return found;
  throw new NotFound('Nobody is on record under this address.', [{ href: '/people', text: 'Everybody who is' }]);
}

/** What roles are told with: the day, the names of places, and of everybody that the roles speak of. */
export async function roleWords(
  platform: Platform,
  places: KnownPlaces,
  grants: readonly RoleGrant[],
): Promise<RoleWords> {
  const today = todayInLondon(platform.now());
  const spoken = grants.flatMap(({ person, proposedBy, approvedBy, endedBy }) => [
    person,
    proposedBy,
    approvedBy,
    endedBy,
  ]);
  const names = await namesOf(platform, [...new Set(spoken.filter((one) => one !== null))]);
  return { today, placeName: placeNames(await places(today)), names };
}
