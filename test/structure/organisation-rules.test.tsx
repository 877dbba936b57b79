import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { bookFrame } from '../../src/organisation/pages/book-frame.ts';
import { CheckPage } from '../../src/organisation/pages/check-page.tsx';
import type { OrganisationRule } from '../../src/organisation/rule.ts';
import { ORGANISATION_RULES } from '../../src/organisation/rules-of-the-book.ts';
import { AS_AT, checkOf, keptBook } from '../builders/kept-book.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = readdirSync(`${root}src/organisation/rules`);
const method = readFileSync(`${root}docs/methods/organisation-check.md`, 'utf8');
const names = ORGANISATION_RULES.map(({ name }) => name);

/** Names that are in one list and not in the other, and those that come twice. */
const strays = (given: readonly string[], wanted: readonly string[]) => [
  ...given.filter((name, index) => !wanted.includes(name) || given.indexOf(name) !== index),
  ...wanted.filter((name) => !given.includes(name)),
];

/** The names listed somewhere, in order; each stands alone in code marks. */
const listed = (text: string, mark: RegExp) => [...text.matchAll(mark)].map(([, name = '']) => name);

function page(): string {
  const frame = bookFrame(keptBook(), { asAt: AS_AT, dayAsked: true }, false);
  return render(<CheckPage frame={frame} check={checkOf(keptBook())} />);
}

describe('the rules of the post book', () => {
  it('are one file each, with a test beside it', () => {
    const rules = files.filter((file) => /^[a-z-]+\.ts$/.test(file)).map((file) => file.replace('.ts', ''));
    const tests = files.filter((file) => file.endsWith('.test.ts')).map((file) => file.replace('.test.ts', ''));
    expect(strays(rules, names)).toEqual([]);
    expect(strays(tests, names)).toEqual([]);
    expect(files).toHaveLength(2 * names.length);
  });

  it('are each broken alone by the test beside them', () => {
    const without = names.filter(
      (name) => !/onlyBroken\(\s*name/.test(readFileSync(`${root}src/organisation/rules/${name}.test.ts`, 'utf8')),
    );
    expect(without).toEqual([]);
  });

  it('are listed by their names, sentences and sources on the page', () => {
    expect(listed(page(), /<code>([a-z-]+)<\/code>/g)).toEqual(names);
    const text = page().replaceAll('&#39;', "'").replaceAll('&quot;', '"');
    const unsaid = ORGANISATION_RULES.filter(
      ({ sentence, source }) => !text.includes(sentence) || !text.includes(source),
    );
    expect(unsaid).toEqual([]);
  });

  it('are listed in the method, in the same order and words', () => {
    expect(listed(method, /^\| `([a-z-]+)` \|/gm)).toEqual(names);
    const otherwise = ORGANISATION_RULES.filter(
      ({ name, sentence }) => !method.includes(`| \`${name}\` | ${sentence} |`),
    );
    expect(otherwise.map(({ name }) => name)).toEqual([]);
  });

  it('would be missed when one is left out, added elsewhere or listed twice', () => {
    expect(strays(names.slice(1), names)).toEqual(['ward-floor']);
    expect(strays([...names, 'planted'], names)).toEqual(['planted']);
    expect(strays([...names, 'ward-floor'], names)).toEqual(['ward-floor']);
    expect(listed(method.replace('| `ward-floor` |', '| ward-floor |'), /^\| `([a-z-]+)` \|/gm)).not.toEqual(names);
  });

  it('say something that ends, and where it comes from', () => {
    const fault = ({ sentence, source }: OrganisationRule) => !/[a-z”)]\.$/.test(sentence) || source.length < 10;
    expect(ORGANISATION_RULES.filter(fault)).toEqual([]);
  });
});
