import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RULING_RULES } from '../../src/ringfence/policy/ruling-rules.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = readdirSync(`${root}src/ringfence/rules`);
const method = readFileSync(`${root}docs/methods/ring-fence.md`, 'utf8');
const names = RULING_RULES.map(({ name }) => name);

/** Names of the rules in the method's table, in its order. */
const namesIn = (markdown: string) => [...markdown.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name = '']) => name);

describe('the rules of the ring-fence', () => {
  it('are one file each, with a test beside it', () => {
    expect(files.toSorted()).toEqual(names.flatMap((name) => [`${name}.test.ts`, `${name}.ts`]).toSorted());
  });

  it('are each shown by their test to decide a case alone', () => {
    const without = names.filter((name) => {
      const text = readFileSync(`${root}src/ringfence/rules/${name}.test.ts`, 'utf8');
      return !/expect\(decidedBy\([^;]*\)\.toEqual\(\[[^\]]*name\]\)/.test(text);
    });
    expect(without).toEqual([]);
  });

  it('are listed in the method, in the same order and words', () => {
    expect(namesIn(method)).toEqual(names);
    const otherwise = RULING_RULES.filter(({ name, sentence }) => !method.includes(`| \`${name}\` | ${sentence} |`));
    expect(otherwise.map(({ name }) => name)).toEqual([]);
  });

  it('say something that ends, and where it comes from', () => {
    expect(RULING_RULES.filter(({ sentence, source }) => !/[a-z0-9]\.$/.test(sentence) || source.length < 10)).toEqual(
      [],
    );
  });

  it('would be missed when the method leaves one out', () => {
    const short = method.replace('| `ward-work-is-kept` |', '| ward-work-is-kept |');
    expect(namesIn(short)).not.toEqual(names);
  });
});
