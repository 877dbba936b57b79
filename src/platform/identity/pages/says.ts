import { longDate } from '../../../ui/long-date.ts';
import type { KnownUnit, PersonState, RoleGrant, SignInMeans } from '../model.ts';
import { type PlaceName, ROLE_WORDS } from '../role-words.ts';

export const STATE_WORDS: Readonly<Record<PersonState, string>> = {
  invited: 'Invited, has not signed in',
  active: 'Active',
  disabled: 'Disabled',
};

export const MEANS_WORDS: Readonly<Record<SignInMeans, string>> = {
  password: 'password',
  openid: 'the organisation’s account',
  demonstration: 'the demonstration',
};

/** Finds names of boroughs and wards in what is known of places. */
export function placeNames(units: readonly KnownUnit[]): PlaceName {
  const boroughs = units.flatMap((unit) => unit.boroughs);
  const named = new Map([...boroughs, ...boroughs.flatMap(({ wards }) => wards)].map(({ code, name }) => [code, name]));
  return (code) => named.get(code) ?? null;
}

/** A role and where it is held: "Sergeant, Bloomsbury, Camden". */
export function sayGrant({ role, scope, organisation }: RoleGrant, placeName: PlaceName): string {
  const codes = [scope.ward, scope.borough].filter((code) => code !== null);
  const where = codes.length === 0 ? scope.unit : codes.map((code) => placeName(code) ?? code).join(', ');
  return `${ROLE_WORDS[role]}, ${where}${organisation === null ? '' : `, for ${organisation}`}`;
}

/** "from 1 March 2026", "from 1 March 2026 to 30 June 2026". */
export function sayDates({ from, until }: Pick<RoleGrant, 'from' | 'until'>): string {
  return `from ${longDate(from)}${until === null ? '' : ` to ${longDate(until)}`}`;
}
