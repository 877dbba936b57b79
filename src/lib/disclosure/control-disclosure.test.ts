import { expect, test } from 'vitest';
import {
  additiveRelations,
  audit,
  controlDisclosure,
  type DisclosureRule,
  type Release,
  type ReleaseCell,
} from './index.ts';

const WARDS = ['bunhill', 'canonbury', 'hillrise'];
const CATEGORIES = ['burglary', 'robbery', 'theft'];

const underFive: DisclosureRule = {
  name: 'Ward counts under 5',
  from: '2026-01-01',
  until: null,
  appliesTo: { area: { levels: ['ward'] }, category: { levels: ['offence'] } },
  threshold: 5,
  zerosSensitive: false,
};

/** Wards by offence with totals both ways; the worked example of docs/methods/disclosure.md. */
function wardTable(counts: readonly (readonly number[])[], change: Partial<Release> = {}): Release {
  const cell = (area: string, category: string, count: number): ReleaseCell => ({
    key: `${area}/${category}`,
    dimensions: {
      area: { level: area === 'borough' ? 'borough' : 'ward', value: area },
      category: { level: category === 'all' ? 'total' : 'offence', value: category },
    },
    count,
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const cells = [
    ...WARDS.flatMap((ward, row) => [
      ...CATEGORIES.map((category, column) => cell(ward, category, counts[row]?.[column] ?? 0)),
      cell(ward, 'all', sum(counts[row] ?? [])),
    ]),
    ...CATEGORIES.map((category, column) => cell('borough', category, sum(counts.map((row) => row[column] ?? 0)))),
    cell('borough', 'all', sum(counts.flat())),
  ];
  const relations = additiveRelations(cells, [
    {
      dimension: 'area',
      total: { level: 'borough', value: 'borough' },
      parts: WARDS.map((value) => ({ level: 'ward', value })),
    },
    {
      dimension: 'category',
      total: { level: 'total', value: 'all' },
      parts: CATEGORIES.map((value) => ({ level: 'offence', value })),
    },
  ]);
  return { on: '2026-04-01', cells, relations, rules: [underFive], ...change };
}

const EXAMPLE = [
  [22, 2, 61],
  [17, 9, 48],
  [14, 13, 35],
];
const suppressed = (release: Release) =>
  controlDisclosure(release).decisions.flatMap(({ key, kind }) => (kind === 'published' ? [] : [`${key} ${kind}`]));
const borough = (release: Release, source = 'the police'): ReleaseCell[] =>
  release.cells.map((cell) => (cell.dimensions.area?.level === 'borough' ? { ...cell, alreadyPublic: source } : cell));

test('one small count takes three others with it: the smallest ring through it', () => {
  const { decisions, report } = controlDisclosure(wardTable(EXAMPLE));
  expect(suppressed(wardTable(EXAMPLE))).toEqual([
    'bunhill/burglary secondary',
    'bunhill/robbery primary',
    'canonbury/burglary secondary',
    'canonbury/robbery secondary',
  ]);
  expect(decisions.find(({ key }) => key === 'canonbury/robbery')).toEqual({
    key: 'canonbury/robbery',
    kind: 'secondary',
    protects: ['bunhill/robbery'],
    text: '[c]',
  });
  expect(decisions.find(({ kind }) => kind === 'primary')).toMatchObject({ rule: underFive.name, text: '[c]' });
  expect(report).toEqual({
    published: 12,
    primary: 1,
    secondary: 3,
    notPublished: 0,
    byRule: [{ rule: underFive.name, cells: 1 }],
    unprotected: [],
  });
});

test('of the worked example, all that follows is that Bunhill had 0 to 11 robberies', () => {
  const release = wardTable(EXAMPLE);
  const { decisions } = controlDisclosure(release);
  const cells = decisions.map((made) => ({ key: made.key, count: made.kind === 'published' ? made.count : null }));
  const result = audit({ cells, relations: release.relations });
  if (result.kind !== 'intervals') throw new Error('the truth fits');
  expect(result.intervals.get('bunhill/robbery')).toEqual({ least: 0, most: 11, exact: true });
});

test('two hidden counts of a public total of 2 stay within 0 to 2, and that is an answer', () => {
  const release = wardTable([
    [20, 1, 60],
    [17, 1, 48],
    [14, 0, 35],
  ]);
  const { report } = controlDisclosure({ ...release, cells: borough(release) });
  expect(report.unprotected).toEqual(
    ['bunhill/robbery', 'canonbury/robbery'].map((key) => ({
      key,
      rule: underFive.name,
      why: 'already public',
      canBe: { least: 0, most: 2 },
      requiredWidth: 3,
      revealedBy: ['borough/robbery'],
    })),
  );
});

test('a width that can be had is had: with a width of 2 the same counts are protected', () => {
  const release = wardTable(
    [
      [20, 1, 60],
      [17, 1, 48],
      [14, 0, 35],
    ],
    { rules: [{ ...underFive, width: 2 }] },
  );
  expect(controlDisclosure({ ...release, cells: borough(release) }).report.unprotected).toEqual([]);
});

test('an exemption of a rule makes cells public for the whole release', () => {
  const exempting = {
    ...underFive,
    exemptions: [{ name: 'Published by the police', appliesTo: { area: { levels: ['borough'] } } }],
  };
  const counts = [
    [4, 2, 4],
    [3, 1, 4],
    [4, 1, 3],
  ];
  const release = wardTable(counts, { rules: [{ ...exempting, appliesTo: {} }] });
  const { decisions } = controlDisclosure(release);
  const published = decisions.filter(({ kind }) => kind === 'published').map(({ key }) => key);
  expect(published).toEqual(expect.arrayContaining(['borough/robbery', 'borough/burglary', 'borough/all']));
});

test('rules apply from their first day to the day before their last date', () => {
  const rule = { ...underFive, from: '2026-04-01', until: '2026-05-01' };
  const countOn = (on: string) => controlDisclosure(wardTable(EXAMPLE, { on, rules: [rule] })).report.primary;
  expect(['2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01'].map(countOn)).toEqual([0, 1, 1, 0]);
});

test('rules choose by level and by value', () => {
  const byValue = { ...underFive, appliesTo: { area: { values: ['canonbury'] } } };
  expect(controlDisclosure(wardTable(EXAMPLE, { rules: [byValue] })).report.primary).toBe(0);
  const nobody = { ...underFive, appliesTo: { month: {} } };
  expect(controlDisclosure(wardTable(EXAMPLE, { rules: [nobody] })).report.primary).toBe(0);
});

test('zeros are sensitive only where the rule says so', () => {
  const counts = [
    [22, 0, 61],
    [17, 9, 48],
    [14, 13, 35],
  ];
  expect(suppressed(wardTable(counts))).toEqual([]);
  expect(suppressed(wardTable(counts, { rules: [{ ...underFive, zerosSensitive: true }] }))).toContain(
    'bunhill/robbery primary',
  );
});

test('a sensitive count that came out before is suppressed again and named', () => {
  const earlier = [{ key: 'bunhill/robbery', count: 2, release: 'March' }];
  const { decisions, report } = controlDisclosure(wardTable(EXAMPLE, { earlier }));
  expect(decisions.find(({ key }) => key === 'bunhill/robbery')?.kind).toBe('primary');
  expect(report.unprotected).toMatchObject([
    { key: 'bunhill/robbery', why: 'already public', canBe: { least: 2, most: 2 }, revealedBy: ['bunhill/robbery'] },
  ]);
});

test('differencing: a cell that came out before cannot stand in for another', () => {
  const earlier = ['canonbury/robbery', 'canonbury/burglary'].map((key) => ({ key, count: 9, release: 'March' }));
  const hidden = suppressed(wardTable(EXAMPLE, { earlier }));
  expect(hidden).toContain('bunhill/robbery primary');
  expect(
    hidden.filter((cell) => cell.startsWith('canonbury/robbery') || cell.startsWith('canonbury/burglary')),
  ).toEqual([]);
  expect(controlDisclosure(wardTable(EXAMPLE, { earlier })).report.unprotected).toEqual([]);
});

test('a count that is not published but follows from the others is protected like any other', () => {
  const release = wardTable(EXAMPLE);
  const cells = release.cells.map((cell) => (cell.key === 'bunhill/robbery' ? { ...cell, count: null } : cell));
  const { decisions, report } = controlDisclosure({ ...release, cells });
  expect(decisions.find(({ key }) => key === 'bunhill/robbery')).toEqual({
    key: 'bunhill/robbery',
    kind: 'not published',
    text: '[x]',
  });
  expect(report.secondary).toBe(3);
  expect(report.byRule).toEqual([{ rule: underFive.name, cells: 1 }]);
});

test('what a rate tells of a count narrows it', () => {
  const release = wardTable(EXAMPLE);
  const cells = release.cells.map((cell) =>
    cell.key === 'bunhill/robbery' ? { ...cell, knownBetween: { least: 2, most: 3 } } : cell,
  );
  expect(controlDisclosure({ ...release, cells }).report.unprotected).toMatchObject([
    { key: 'bunhill/robbery', why: 'already public', canBe: { least: 2, most: 3 }, requiredWidth: 3 },
  ]);
});

const release = wardTable(EXAMPLE);
const withCell = (key: string, change: Partial<ReleaseCell>): Release => ({
  ...release,
  cells: release.cells.map((cell) => (cell.key === key ? { ...cell, ...change } : cell)),
});
test.each<[string, Release, RegExp]>([
  ['two cells of one key', { ...release, cells: [...release.cells, ...release.cells.slice(0, 1)] }, /same key/],
  ['parts that do not add up', withCell('bunhill/all', { count: 86 }), /"borough\/all" do not add up/],
  ['a count that is not whole', withCell('bunhill/all', { count: 8.5 }), /"bunhill\/all" is not a whole number/],
  ['a sum of unknown cells', { ...release, relations: [{ total: 'x', parts: ['y'] }] }, /the key "x"/],
  ['a sum without parts', { ...release, relations: [{ total: 'bunhill/all', parts: [] }] }, /has no parts/],
  ['an earlier value of no cell', { ...release, earlier: [{ key: 'x', count: 1, release: 'March' }] }, /the key "x"/],
  ['a public cell without a count', withCell('bunhill/all', { count: null, alreadyPublic: 'x' }), /has no count/],
  ['bounds without the count', withCell('bunhill/all', { knownBetween: { least: 1, most: 2 } }), /outside/],
  ['bounds the wrong way round', withCell('bunhill/all', { knownBetween: { least: 3, most: 2 } }), /least above/],
  ['a threshold of 1', { ...release, rules: [{ ...underFive, threshold: 1 }] }, /threshold of the rule "Ward counts/],
  ['a width of 0', { ...release, rules: [{ ...underFive, width: 0 }] }, /width of the rule/],
  ['a date that is no day', { ...release, rules: [{ ...underFive, from: '2026-02-30' }] }, /date of the rule/],
])('refuses %s', (_, wrong, message) => {
  expect(() => controlDisclosure(wrong)).toThrow(message);
});

test('refuses parts that come to more than their total when one of them is unknown', () => {
  const cells = release.cells.map((cell) => {
    if (cell.key === 'bunhill/robbery') return { ...cell, count: null };
    return cell.key === 'bunhill/all' ? { ...cell, count: 3 } : cell;
  });
  const relations = release.relations.filter(({ total }) => total === 'bunhill/all');
  expect(() => controlDisclosure({ ...release, cells, relations })).toThrow(/more than it/);
});
