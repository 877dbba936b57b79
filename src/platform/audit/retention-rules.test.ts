import { expect, it } from 'vitest';
import { MODULES } from '../access/index.ts';
import { keptFrom, parseRetentionRules, RETENTION_RULES, ruleOn } from './retention-rules.ts';

it('has a rule for every module, with where it comes from', () => {
  for (const module of MODULES) expect(ruleOn(RETENTION_RULES, module, '2026-03-10')?.source).toMatch(/\w/);
});

it('keeps who signed in for two years, and what public figures rest on for ever', () => {
  const kept = (module: 'users' | 'imports') =>
    keptFrom(ruleOn(RETENTION_RULES, module, '2026-03-10'), new Date('2026-03-10T12:00:00Z'))?.toISOString();
  expect([kept('users'), kept('imports')]).toEqual(['2024-03-10T12:00:00.000Z', undefined]);
});

it('ends a month that is shorter on its last day', () => {
  const rule = { module: 'users', from: '2020-01-01', months: 6, source: 'x' } as const;
  expect(keptFrom(rule, new Date('2026-08-31T12:00:00Z'))?.toISOString()).toBe('2026-02-28T12:00:00.000Z');
});

it('follows a force’s own rule from the day it holds, and keeps those it does not name', () => {
  const read = parseRetentionRules('[{"module":"duties","from":"2026-06-01","months":84,"source":"force policy 12"}]');
  if ('because' in read) throw new Error(read.because);
  const rules = [...RETENTION_RULES, ...read.rules];
  expect(ruleOn(rules, 'duties', '2026-05-31')?.months).toBeNull();
  expect(ruleOn(rules, 'duties', '2026-06-01')?.months).toBe(84);
  expect(ruleOn(rules, 'users', '2026-06-01')?.months).toBe(24);
  expect(ruleOn(rules, 'users', '1999-01-01')).toBeNull();
});

it.each([
  ['{', 'The rules are no JSON'],
  ['[{"module":"weather","from":"2026-06-01","months":84,"source":"x"}]', 'The rule at 0.module cannot be read'],
  ['[{"module":"duties","from":"2026-06-01","months":1,"source":"x"}]', 'The rule at 0.months cannot be read'],
])('says what is wrong with %s', (text, because) => {
  expect(parseRetentionRules(text)).toEqual({ because: expect.stringContaining(because) });
});
