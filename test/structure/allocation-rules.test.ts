import { readdirSync, readFileSync } from 'node:fs';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { allRules, datedRules } from '../../src/allocation/index.ts';
import { RULES } from '../../src/allocation/rules-in-force.ts';
import { RulesPage } from '../../src/desk/pages/rules-page.tsx';

const files = readdirSync(new URL('../../src/allocation/rules/', import.meta.url));
const method = readFileSync(new URL('../../docs/methods/allocation.md', import.meta.url), 'utf8');

/** Names in the first column of the method's table of all rules, without their backquotes. */
function namesInMethod(markdown: string): string[] {
  const [, section = ''] = markdown.split('\n## All rules\n');
  const [table = ''] = section.split('\n## ');
  return [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name = '']) => name);
}

const names = RULES.map(({ name }) => name);

test('every rule of a plan is one file with one test, and every file is a rule', () => {
  expect(files.toSorted()).toEqual(names.flatMap((name) => [`${name}.test.ts`, `${name}.ts`]).toSorted());
});

test('each test breaks its rule: it has breach answer with a sentence and with nothing', () => {
  for (const name of names) {
    const text = readFileSync(new URL(`../../src/allocation/rules/${name}.test.ts`, import.meta.url), 'utf8');
    const breaks = /^test\('broken by /m.test(text) && text.includes('.toBeNull()');
    expect([name, breaks]).toEqual([name, true]);
  }
});

test('the list for a page and the table of the method name the same rules in the same order', () => {
  expect(allRules().map(({ name }) => name)).toEqual(names);
  expect(namesInMethod(method)).toEqual(names);
  for (const { about, source } of allRules()) expect([about.endsWith('.'), source.endsWith('.')]).toEqual([true, true]);
});

/** Names of rules on the page of all rules, in order. */
function namesOnPage(rules = allRules()): string[] {
  const html = render(
    h(RulesPage, {
      unit: { name: 'Central North', boroughs: [] },
      asAt: '2026-03-01',
      rules,
      dated: datedRules('2026-03-01'),
    }),
  );
  return [...html.matchAll(/<code[^>]*>([a-z-]+)<\/code>/g)].map(([, name = '']) => name);
}

test('the page lists every rule that has a file and a test, and no other', () => {
  expect(namesOnPage()).toEqual(names);
  const tested = files.flatMap((file) => (file.endsWith('.test.ts') ? [file.replace('.test.ts', '')] : []));
  expect(namesOnPage().toSorted()).toEqual(tested.toSorted());
  expect(namesOnPage(allRules().slice(1))).not.toEqual(names);
});

test('would find a rule that the method leaves out', () => {
  expect(namesInMethod(method.replace('| `most-lost` |', '| most-lost |'))).not.toEqual(names);
});
