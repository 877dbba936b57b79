import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Known, resolveRules } from './resolve-rules.ts';
import { parseRulesFile } from './rules-file.ts';

const ward = (code: string, name: string, borough: string) => ({ code, name, borough, demandShare: 0.25 });
const known: Known = {
  unit: 'Central North',
  boundaryVersion: 'wards-2022',
  wards: [
    ward('E1', 'Bloomsbury', 'Camden'),
    ward('E2', 'Highgate', 'Camden'),
    ward('E3', 'Barnsbury', 'Islington'),
    ward('E4', 'Bunhill', 'Islington'),
  ],
  boroughs: [
    { code: 'E09000007', name: 'Camden' },
    { code: 'E09000019', name: 'Islington' },
  ],
  clusters: [{ name: 'South', wards: ['E1', 'E4'] }],
  current: null,
};
const resolve = (file: object, more: Partial<Known> = {}) =>
  resolveRules(parseRulesFile(JSON.stringify(file), 'spring.json'), { ...known, ...more });
const all = { Bloomsbury: 1, highgate: 2, E3: 3, Bunhill: 4 };

test('names become codes, whether written as names or codes, and officers now come from the file', () => {
  const review = resolve({
    current: all,
    rules: {
      'most-lost': { officers: 1 },
      'protected-wards': ['bunhill'],
      'borough-floors': { E09000007: 3 },
      'funded-officers': [
        { place: 'south', officers: 1, 'funded-by': 'us' },
        { place: 'Camden', officers: 1, 'funded-by': 'us' },
      ],
    },
    tiers: { 'Highgate, Camden': 'High' },
  });
  expect(review.current).toEqual({ source: 'the numbers in the rules file', officers: { E1: 1, E2: 2, E3: 3, E4: 4 } });
  expect(review.side['protected-wards']).toEqual([{ ward: 'E4', atLeast: null, because: '' }]);
  expect(review.side['borough-floors']).toEqual([{ borough: 'Camden', atLeast: 3 }]);
  expect(review.side['funded-officers']?.map(({ place, wards }) => [place, wards])).toEqual([
    ['South', ['E1', 'E4']],
    ['Camden', ['E1', 'E2']],
  ]);
  expect(review.tiers).toEqual({ E2: 'High' });
});

test('what the file leaves out comes from elsewhere, and is read only where a rule asks', () => {
  const current = { source: 'the officers posted on 1 March 2026', officers: { E1: 2, E2: 2, E3: 2, E4: 2 } };
  const review = resolve({ rules: { 'most-moves': { officers: 1 }, 'cluster-balance': { within: 1 } } }, { current });
  expect([review.current, review.clusters]).toEqual([current, known.clusters]);
  const numbered = { rules: { 'protected-wards': [{ ward: 'Bunhill', 'at-least': 3 }] } };
  expect(resolve(numbered)).toMatchObject({ current: null, clusters: [] });
});

test.each([
  [{ tiers: { Bunhil: 'High' } }, 'No ward of Central North is called "Bunhil". Did you mean Bunhill?'],
  [
    { rules: { 'borough-floors': { Barnet: 3 } } },
    'Central North has no borough "Barnet": it has Camden and Islington.',
  ],
  [{ rules: { 'borough-floors': { Camden: 3, E09000007: 4 } } }, '"borough-floors" names Camden twice: name it once.'],
  [{ rules: { 'protected-wards': ['Bunhill', 'E4'] }, current: all }, '"protected-wards" names Bunhill twice'],
  [{ tiers: { Bunhill: 'High', E4: 'Medium' } }, '"tiers" names Bunhill twice'],
  [{ current: { ...all, E4: 1 }, rules: { 'most-lost': { officers: 1 } } }, '"current" names Bunhill twice'],
  [{ clusters: { A: ['Bunhill'], B: ['E4'] } }, '"clusters" names Bunhill twice'],
  [
    { current: { Bunhill: 1 }, rules: { 'most-lost': { officers: 1 } } },
    '"current" leaves out Bloomsbury: give the officers',
  ],
  [
    { rules: { 'protected-wards': ['Bunhill'] } },
    'The rule "protected-wards" needs the officers each ward has now: import the post book',
  ],
])('%j is refused in one sentence', (file, sentence) => {
  expect(() => resolve(file)).toThrow(sentence);
});

test('a rule about clusters without any is refused, and so is a name that two wards have', () => {
  expect(() => resolve({ rules: { 'cluster-balance': { within: 1 } } }, { clusters: [] })).toThrow('needs clusters');
  const twins = [ward('E1', 'Highgate', 'Camden'), ward('E2', 'Highgate', 'Islington')];
  expect(() => resolve({ tiers: { Highgate: 'High' } }, { wards: twins })).toThrow(
    'Several wards are called "Highgate"',
  );
});

test('the rules file of the readme is one', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
  const { current, ...file } = JSON.parse(json) as { current: Record<string, number> };
  const review = resolve({ ...file, current: { ...current, Bloomsbury: 2, Highgate: 2 } });
  expect(Object.keys(review.side)).toHaveLength(7);
});
