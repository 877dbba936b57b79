import { expect, test } from 'vitest';
import { parseRulesFile } from './rules-file.ts';

const parse = (file: unknown) => parseRulesFile(typeof file === 'string' ? file : JSON.stringify(file), 'spring.json');
const withRule = (name: string, value: unknown) => parse({ rules: { [name]: value } });

test('a file that says nothing switches nothing on, and is called as it is', () => {
  expect(parse({})).toEqual({
    ...{ name: 'spring', current: null, side: {}, tiers: {} },
    ...{ highFrom: 1.25, sergeantsElsewhere: null, clusters: null },
  });
});

test('every rule is read as written', () => {
  const file = {
    name: 'Spring',
    current: { Bunhill: 4 },
    rules: {
      'cluster-balance': { within: 1.5 },
      'most-moves': { officers: 6 },
      'most-lost': { officers: 1 },
      'protected-wards': ['Bunhill', { ward: 'Arsenal', 'at-least': 4, because: 'Clear, Hold, Build' }],
      'borough-floors': { Camden: 60 },
      'funded-officers': [{ place: 'Caledonian', officers: 1, 'funded-by': 'the council', until: '2027-03-31' }],
      'sergeant-span': { people: 14 },
    },
    tiers: { Bunhill: 'High' },
    'high-from': 1.5,
    'sergeants-elsewhere': 0.5,
    clusters: { South: ['Bunhill'] },
  };
  expect(parse(file)).toEqual({
    name: 'Spring',
    current: { Bunhill: 4 },
    side: {
      'cluster-balance': { within: 1.5 },
      'most-moves': { officers: 6 },
      'most-lost': { officers: 1 },
      'protected-wards': [
        { ward: 'Bunhill', atLeast: null, because: '' },
        { ward: 'Arsenal', atLeast: 4, because: 'Clear, Hold, Build' },
      ],
      'borough-floors': [{ borough: 'Camden', atLeast: 60 }],
      'funded-officers': [{ place: 'Caledonian', officers: 1, fundedBy: 'the council', until: '2027-03-31' }],
      'sergeant-span': { people: 14 },
    },
    tiers: { Bunhill: 'High' },
    highFrom: 1.5,
    sergeantsElsewhere: 0.5,
    clusters: { South: ['Bunhill'] },
  });
});

test.each([
  ['{', 'spring.json: it is not JSON: check its commas, quotation marks and braces.'],
  ['[]', 'spring.json: the file holds names and values: write it in braces, { }.'],
  [{ rule: {} }, 'spring.json: the file holds "rule", which means nothing here. Known: "name", "current", "rules"'],
  [{ rules: { moves: {} } }, 'spring.json: there is no side rule "moves". Known: "cluster-balance", "most-moves"'],
  [{ name: 3 }, 'spring.json: "name" is missing: write it in quotation marks.'],
  [{ current: { Bunhill: 2.5 } }, 'Bunhill in "current" is 2.5: make it a whole number from 0 to 100,000.'],
  [{ tiers: { Bunhill: 'Low' } }, 'Bunhill in "tiers" is "Low", and tiers are "High", "Medium" and "Standard".'],
  [{ 'high-from': 0 }, '"high-from" is 0: make it a number above 0, such as 1.5.'],
  [{ 'sergeants-elsewhere': -1 }, '"sergeants-elsewhere" is -1: make it a number from 0, such as 0.5.'],
  [{ clusters: { South: 'Bunhill' } }, 'South in "clusters" is a list: write it in square brackets, [ ].'],
])('%j is refused in one sentence', (file, sentence) => {
  expect(() => parse(file)).toThrow(sentence);
});

test.each([
  ['most-moves', {}, '"officers" of "most-moves" is missing: make it a whole number'],
  ['most-moves', { officers: 1, wards: 2 }, '"most-moves" holds "wards", which means nothing here.'],
  ['cluster-balance', { within: '2' }, '"within" of "cluster-balance" is "2": make it a number above 0'],
  ['protected-wards', [{ because: 'x' }], '"ward" of "protected-wards" is missing'],
  ['borough-floors', { Camden: -1 }, '"borough-floors" for Camden is -1: make it a whole number'],
  ['funded-officers', [{ place: 'A', officers: 1 }], '"funded-by" for A is missing'],
  [
    'funded-officers',
    [{ place: 'A', officers: 1, 'funded-by': 'us', until: 'March' }],
    '"until" for A is the last day paid for: write it like 2027-03-31.',
  ],
])('%s as %j is refused in one sentence', (name, value, sentence) => {
  expect(() => withRule(name, value)).toThrow(sentence);
});

test('a rule with an empty list is switched off', () => {
  const empty = { 'protected-wards': [], 'borough-floors': {}, 'funded-officers': [] };
  expect(parse({ rules: empty }).side).toEqual({});
  expect(parse({ rules: { ...empty, 'borough-floors': { Camden: 0 } } }).side).toEqual({
    'borough-floors': [{ borough: 'Camden', atLeast: 0 }],
  });
});

test('a name given twice is refused, where JSON would keep the last', () => {
  expect(() => parse('{"rules":{"borough-floors":{"Camden":90,"Camden":10}}}')).toThrow(
    'spring.json: "Camden" is given twice in "borough-floors": keep one of them.',
  );
  expect(() => parse('{"name":"a","name":"b"}')).toThrow('"name" is given twice in the file');
});

test('a byte order mark before it is passed over', () => {
  expect(parse('\uFEFF{"name":"Spring"}').name).toBe('Spring');
});

test('a list 200,000 deep, or a text of a million characters, is refused in one short sentence', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  expect(() => parse(`{"rules":{"most-moves":{"officers":${deep}}}}`)).toThrow(
    'spring.json: "officers" of "most-moves" is a list: make it a whole number from 0 to 100,000.',
  );
  expect(() => parse(`{"tiers":{"Bunhill":${deep}}}`)).toThrow('Bunhill in "tiers" is a list, and tiers are');
  expect(() => withRule('most-moves', { officers: { a: 1 } })).toThrow('is names and values in braces: make it');
  const long = 'x'.repeat(1_000_000);
  const sentenceOf = (file: object): string => {
    try {
      parse(file);
    } catch (error) {
      return String(error);
    }
    return 'read';
  };
  const files = [
    { name: long },
    { [long]: 1 },
    { rules: { [long]: 1 } },
    { rules: { 'most-moves': { officers: long } } },
    { rules: { 'most-moves': { [long]: 1 } } },
    { rules: { 'protected-wards': [long] } },
    { rules: { 'protected-wards': [{ ward: long }] } },
    { rules: { 'borough-floors': { [long]: 1 } } },
    { tiers: { [long]: 'High' } },
    { tiers: { [long]: 'Low' } },
    { tiers: { Bunhill: long } },
    { clusters: { South: [long] } },
  ];
  const sentences = files.map(sentenceOf);
  expect(sentences.filter((sentence) => sentence === 'read' || sentence.length > 300)).toEqual([]);
});
