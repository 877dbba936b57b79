import { expect, test } from 'vitest';
import { parseRulesFile } from './rules-file.ts';
import { sergeantsAsked } from './sergeants-asked.ts';

const touching = { pairs: [['E1', 'E2'] as const], source: 'Worked out from a file.' };
const rules = (file: object) => parseRulesFile(JSON.stringify(file), 'rules.json');
const asked = (all: number, elsewhere: number | null, file: object = {}) =>
  sergeantsAsked({ sergeants: { all, elsewhere }, rules: rules(file) }, 17, touching);

test('16.5 with half a post elsewhere is 16 for the wards, whoever says so', () => {
  const half = {
    sergeants: 16.5,
    elsewhere: 0.5,
    adjacent: [['E1', 'E2']],
    adjacencySource: 'Which touch: worked out from a file.',
  };
  expect(asked(16.5, 0.5)).toEqual({ asked: half, remarks: [] });
  expect(asked(16.5, null, { 'sergeants-elsewhere': 0.5 })).toEqual({ asked: half, remarks: [] });
  expect(asked(16.5, null)).toEqual({
    asked: half,
    remarks: [
      'Of 16.5 sergeants 0.5 is taken to be in a post elsewhere, because a ward is led by a whole sergeant: give the number of sergeants elsewhere to say otherwise.',
    ],
  });
});

test('the command line comes before the rules file, and whole sergeants are all in wards', () => {
  expect(asked(16.5, 1.5, { 'sergeants-elsewhere': 0.5 })?.asked.elsewhere).toBe(1.5);
  expect(asked(16, null)).toMatchObject({ asked: { elsewhere: 0 }, remarks: [] });
});

test('none are planned unless asked for, and rules about them are refused then', () => {
  expect(sergeantsAsked({}, 17, null)).toBeNull();
  expect(() => sergeantsAsked({ rules: rules({ tiers: { A: 'High' } }) }, 17, null)).toThrow('ask for "tiers"');
  expect(() => sergeantsAsked({ rules: rules({ rules: { 'sergeant-span': { people: 9 } } }) }, 17, null)).toThrow(
    'The rules ask for "sergeant-span", which is about sergeants: give the number of sergeants too.',
  );
});

test('which wards touch must be known only where some share', () => {
  const without = (all: number) => sergeantsAsked({ sergeants: { all, elsewhere: null } }, 17, null);
  expect(() => without(16)).toThrow('Which of these wards touch is not known');
  expect(without(17)?.asked.adjacent).toEqual([]);
});
