import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CRIME_RULES } from '../../src/performance/disclosure/rules/index.ts';

const folder = new URL('../../src/performance/disclosure/rules/', import.meta.url);
const files = readdirSync(folder).filter((name) => name !== 'index.ts');
const rules = files.filter((name) => !name.endsWith('.test.ts'));

test('every rule of what is given out is one file with one test that breaks it alone', () => {
  expect(files.toSorted()).toEqual(rules.flatMap((name) => [name, name.replace('.ts', '.test.ts')]).toSorted());
  for (const name of rules)
    expect(readFileSync(new URL(name.replace('.ts', '.test.ts'), folder), 'utf8')).toMatch(/^test\('broken by /m);
});

test('every file is a rule in force from a day, and the method has its threshold', () => {
  expect(CRIME_RULES).toHaveLength(rules.length);
  const method = readFileSync(new URL('../../docs/methods/disclosure.md', import.meta.url), 'utf8');
  for (const { name, from, threshold, appliesTo } of CRIME_RULES) {
    expect([name, /^\d{4}-\d\d-\d\d$/.test(from)]).toEqual([name, true]);
    const [area = ''] = appliesTo.area?.levels ?? [];
    const at = appliesTo.period?.levels?.[0] === 'month' ? 1 : 2;
    const row = method.split('\n').find((line) => line.toLowerCase().startsWith(`| ${area} | under`)) ?? '';
    expect(row.split('|')[at + 1]?.trim()).toBe(`under ${threshold}`);
  }
});
