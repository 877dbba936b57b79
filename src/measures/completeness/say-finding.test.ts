import { expect, it } from 'vitest';
import type { Finding } from './model.ts';
import { sayFinding } from './say-finding.ts';

const finding: Finding = {
  ...{ month: '2024-03', state: 'short', areaCodes: null, categories: null },
  ...{ total: 5_550, expected: 7_500, empty: { areas: 61, of: 259 } },
};

it('says how much is there, and what is empty', () => {
  expect(sayFinding(finding)).toBe(
    'about 74 % of what the months around it lead one to expect (5,550 of 7,500); 61 of 259 areas that usually have something have nothing',
  );
  expect(sayFinding({ ...finding, empty: null, state: 'stub', total: 40, expected: 74_379 })).toBe(
    'a stub: under 1 % of what the months around it lead one to expect (40 of 74,379)',
  );
});

it('says of whom there is none', () => {
  const zero: Finding = { ...finding, state: 'zero', total: 0, expected: 41.5 };
  expect(sayFinding({ ...zero, areaCodes: ['A'] })).toBe('none at all, where this area usually has about 42');
  expect(sayFinding({ ...zero, categories: ['x/y'] })).toContain('this category');
  expect(sayFinding(zero)).toContain('the file');
  expect(sayFinding({ ...zero, state: 'absent', total: null })).toBe(
    'no figures, though months before and after it have some',
  );
});
