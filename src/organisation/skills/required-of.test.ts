import { expect, test } from 'vitest';
import type { Course } from '../post-book.ts';
import { isRequiredOf } from './required-of.ts';

const course = (requiredOf: Partial<Course['requiredOf']>): Course => ({
  reference: 'VAWG',
  title: 'Violence against women and girls',
  requiredOf: { everyone: false, ranks: [], teams: [], ...requiredOf },
  validMonths: 24,
  externalTrainer: 'Camden Council VAWG Team',
  during: { from: '2024-01-01', until: null },
});
const officer = { reference: '1', name: 'One', rank: 'Constable', teams: ['Safer Neighbourhoods'], wards: [] };

test('required of everyone, of nobody, of a rank, of a team, and of a rank in a team', () => {
  expect(isRequiredOf(course({ everyone: true, ranks: ['Sergeant'] }), officer)).toBe(true);
  expect(isRequiredOf(course({}), officer)).toBe(false);
  expect(isRequiredOf(course({ ranks: ['Constable', 'Sergeant'] }), officer)).toBe(true);
  expect(isRequiredOf(course({ ranks: ['Sergeant'] }), officer)).toBe(false);
  expect(isRequiredOf(course({ teams: ['Safer Neighbourhoods'] }), officer)).toBe(true);
  expect(isRequiredOf(course({ ranks: ['Sergeant'], teams: ['Safer Neighbourhoods'] }), officer)).toBe(false);
  expect(isRequiredOf(course({ ranks: ['Constable'], teams: ['Schools'] }), officer)).toBe(false);
  expect(isRequiredOf(course({ ranks: ['Constable'], teams: ['Safer Neighbourhoods'] }), officer)).toBe(true);
});

test('of nobody whose rank is not known, when it is required of a rank', () => {
  expect(isRequiredOf(course({ ranks: ['Constable'] }), { ...officer, rank: null })).toBe(false);
});
