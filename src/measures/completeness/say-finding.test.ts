import { expect, it } from 'vitest';
import type { Finding } from './model.ts';
import { sayFinding } from './say-finding.ts';

const finding: Finding = {
  ...{ month: '2024-03', state: 'short', areaCodes: null, categories: null },
  ...{ total: 5_550, expected: 7_500, empty: { areas: 61, of: 259 } },
};

it('says how much is there, and what is empty', () => {
  expect(sayFinding(finding)).toBe(
    'the file has 5,550 in all, about 74 % of what the months around it lead one to expect (7,500); 61 of 259 areas that usually have something have nothing',
  );
  expect(sayFinding({ ...finding, empty: null, state: 'stub', total: 40, expected: 74_379 })).toBe(
    'the file has 40 in all, under 1 % of what the months around it lead one to expect (74,379)',
  );
});

it('says of whom there is none', () => {
  const zero: Finding = { ...finding, state: 'zero', total: 0, expected: 41.5 };
  expect(sayFinding({ ...zero, areaCodes: ['A'] })).toBe('none at all, where this area usually has about 42');
  const nameOf = (code: string) => ({ A: 'Barnsbury', B: 'Belsize' })[code] ?? code;
  expect(sayFinding({ ...zero, areaCodes: ['A'] }, nameOf)).toBe('none at all, where Barnsbury usually has about 42');
  expect(sayFinding({ ...zero, areaCodes: ['A', 'B'], state: 'stub', total: 3 }, nameOf)).toBe(
    'Barnsbury and Belsize have 3, about 7 % of what the months around it lead one to expect (42)',
  );
  expect(sayFinding({ ...zero, areaCodes: ['A', 'B', 'C', 'D', 'E'] }, nameOf)).toContain(
    'where Barnsbury, Belsize, C and 2 more usually have about 42',
  );
  expect(sayFinding({ ...zero, categories: ['x/y'] })).toContain('this category');
  expect(sayFinding(zero)).toContain('the file');
  expect(sayFinding({ ...zero, state: 'absent', total: null })).toBe(
    'no figures, though months before and after it have some',
  );
});
