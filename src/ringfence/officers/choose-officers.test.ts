import { expect, it } from 'vitest';
import { chooseOfficers, OFFICERS_ON_A_PAGE, wardsOfOfficers } from './choose-officers.ts';
import type { LinkedOfficer } from './model.ts';

const officer = (number: number, wards: string[], linked = false): LinkedOfficer => ({
  ...{ officer: number, reference: `D${number}`, name: `Officer ${number}`, rank: 'Constable', wards, synthetic: true },
  person: linked ? { id: 'person:1', name: 'A', email: 'a@example.gov.uk' } : null,
});
const ALL = { ward: '', linked: '', page: 1 } as const;

it('shows the officers of a ward, those of two wards in both', () => {
  const officers = [officer(1, ['Bunhill']), officer(2, ['Arsenal', 'Bunhill']), officer(3, ['Arsenal'])];
  const of = (ward: string) => chooseOfficers(officers, { ...ALL, ward }).shown.map(({ officer: id }) => id);
  expect([of('Bunhill'), of('Arsenal'), of('')]).toEqual([
    [1, 2],
    [2, 3],
    [1, 2, 3],
  ]);
  expect(wardsOfOfficers(officers)).toEqual(['Arsenal', 'Bunhill']);
});

it('shows who is linked, or who is not', () => {
  const officers = [officer(1, ['Bunhill'], true), officer(2, ['Bunhill'])];
  const of = (linked: 'yes' | 'no') => chooseOfficers(officers, { ...ALL, linked }).shown.map(({ officer: id }) => id);
  expect([of('yes'), of('no')]).toEqual([[1], [2]]);
});

it('shows every officer on exactly one page', () => {
  const officers = Array.from({ length: 2 * OFFICERS_ON_A_PAGE + 1 }, (_, index) => officer(index + 1, ['Bunhill']));
  const on = (page: number) => chooseOfficers(officers, { ...ALL, page });
  expect([1, 2, 3].flatMap((page) => on(page).shown)).toEqual(officers);
  expect(on(9)).toMatchObject({ page: 3, pages: 3, fit: officers.length });
  expect(chooseOfficers([], { ...ALL, page: 2 })).toEqual({ shown: [], fit: 0, page: 1, pages: 1 });
});
