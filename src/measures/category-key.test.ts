import { expect, it } from 'vitest';
import { categoryKey, slug } from './category-key.ts';

it('gives the upper and title case of one category the same key', () => {
  const key = 'mps/violence-against-the-person/violence-with-injury';
  expect(categoryKey('mps', 'VIOLENCE AGAINST THE PERSON', 'VIOLENCE WITH INJURY')).toBe(key);
  expect(categoryKey('mps', 'Violence Against the Person', 'Violence with Injury')).toBe(key);
});

it('reads punctuation as a gap, an apostrophe as nothing and "&" as "and"', () => {
  expect(slug('BURGLARY - RESIDENTIAL')).toBe('burglary-residential');
  expect(slug(' Aviation Security (SO18) ')).toBe('aviation-security-so18');
  expect(slug("St Mary's & St James'")).toBe('st-marys-and-st-james');
});
