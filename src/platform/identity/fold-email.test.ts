import { expect, it } from 'vitest';
import { foldEmail } from './fold-email.ts';

it('makes one of capitals and spaces around', () => {
  expect(foldEmail(' ADA.First@Example.GOV.uk\n')).toBe('ada.first@example.gov.uk');
});

it.each([
  'a\u0130da@example.gov.uk',
  'ad\u0131@example.gov.uk',
  '\u212aim@example.gov.uk',
  'a da@example.gov.uk',
  'a\0@b',
  '',
])('knows no address with other characters: %j', (typed) => {
  expect(foldEmail(typed)).toBeNull();
});
