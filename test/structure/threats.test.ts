import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { faultsOf, type Repository, readThreatTable, testTitles } from './threat-table.ts';

const root = join(import.meta.dirname, '..', '..');
const NUMBERS = Array.from({ length: 27 }, (_, index) => index + 1);

const here: Repository = {
  exists: (path) => existsSync(join(root, path)),
  titles: (path) => (existsSync(join(root, path)) ? testTitles(path, readFileSync(join(root, path), 'utf8')) : null),
};

describe('docs/threats.md', () => {
  const table = readThreatTable(readFileSync(join(root, 'docs', 'threats.md'), 'utf8'));

  it('has every threat, and each test it names is there under that name', () => {
    expect(faultsOf(table, NUMBERS, here)).toEqual([]);
  });

  it('is really read', () => {
    expect(table.threats.map(({ number }) => number)).toEqual(NUMBERS);
    expect(table.proofs.length).toBeGreaterThan(30);
    expect(table.threats.every(({ state, where }) => state === 'not yet' || where.length > 0)).toBe(true);
  });
});

describe('the check of it bites', () => {
  const made: Repository = {
    exists: (path) => path === 'src/a.ts',
    titles: (path) => (path === 'src/a.test.ts' ? ['holds'] : null),
  };
  const threat = '| 1 | An editor | Versions | `src/a.ts` | proven | |';
  const proof = '| 1 | `src/a.test.ts` | holds |';
  const found = (...lines: string[]) => faultsOf(readThreatTable(lines.join('\n')), [1], made);

  it('finds nothing wrong with a good one', () => {
    expect(found(threat, proof)).toEqual([]);
  });

  test.each([
    ['a test of another name', [threat, proof.replace('holds', 'held')], 'Threat 1: src/a.test.ts has no test "held".'],
    ['a test file that is gone', [threat, proof.replace('a.test', 'b.test')], 'Threat 1: there is no src/b.test.ts.'],
    ['a control that is gone', [threat.replace('a.ts', 'b.ts'), proof], 'Threat 1: there is no src/b.ts.'],
    ['a control that is nowhere', [threat.replace('`src/a.ts`', ''), proof], 'Threat 1 says not where its control is.'],
    ['a threat left out', [], 'Threat 1 does not stand there once.'],
    ['a threat that stands there twice', [threat, threat, proof], 'Threat 1 does not stand there once.'],
    ['a claim without a test', [threat], 'Threat 1 is proven, and no test is named.'],
    ['a test of nothing', [threat, proof, proof.replace('1', '2')], 'There is no threat 2 for a test to prove.'],
    ['a state of its own', [threat.replace('proven', 'fine'), proof], 'Threat 1 is "fine".'],
    [
      'a gap that is not named',
      [threat.replace('proven', 'partly'), proof],
      'Threat 1 is partly, and says "" is missing.',
    ],
  ])('on %s', (_, lines, fault) => {
    expect(found(...lines)).toContain(fault);
  });
});

test('titles of tests are read as they are written, but for tests that are left out', () => {
  const source = `
    describe('a group', () => {
      it('one', () => {});
      test.each([['x', "not a title"]])("two %s", () => {});
      it.skipIf(x).each(y)(\`three \${count}\`, () => {});
      it.skip('four', () => {});
      test.todo('five');
      // it('six', () => {});
      const generic = <T>(x: T) => x;
      say('seven');
    });`;
  expect(testTitles('a.test.ts', source)).toEqual(['one', 'two %s', `three \${count}`]);
});
