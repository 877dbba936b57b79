import type { LinkedOfficer } from './model.ts';

/** Which of the officers are shown; empty texts show all. No name of an officer is ever part of an address. */
export interface OfficersAsked {
  /** Name of a ward. */
  ward: string;
  linked: '' | 'yes' | 'no';
  /** From 1. */
  page: number;
}

/** The officers that were asked for, on pages of so many. */
export const OFFICERS_ON_A_PAGE = 25;

/** One page of the officers that were asked for, with how many there are in all; a page after the last is the last. */
export function chooseOfficers(
  officers: readonly LinkedOfficer[],
  { ward, linked, page }: OfficersAsked,
): { shown: readonly LinkedOfficer[]; fit: number; page: number; pages: number } {
  const fit = officers.filter(
    (each) =>
      (ward === '' || each.wards.includes(ward)) && (linked === '' || (linked === 'yes') === (each.person !== null)),
  );
  const pages = Math.max(1, Math.ceil(fit.length / OFFICERS_ON_A_PAGE));
  const on = Math.min(page, pages);
  const shown = fit.slice((on - 1) * OFFICERS_ON_A_PAGE, on * OFFICERS_ON_A_PAGE);
  return { shown, fit: fit.length, page: on, pages };
}

/** Wards that officers are posted to, by name. */
export const wardsOfOfficers = (officers: readonly LinkedOfficer[]): string[] =>
  [...new Set(officers.flatMap(({ wards }) => wards))].toSorted((a, b) => a.localeCompare(b, 'en-GB'));
