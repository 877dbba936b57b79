import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseRulesFile } from '../../src/allocation/index.ts';

test('the rules file that the README plans with is one', () => {
  const rules = parseRulesFile(readFileSync('examples/review.json', 'utf8'), 'review.json');
  expect(rules.name).toBe('Review of spring 2026');
});
