import { expect, it } from 'vitest';
import { broadGroup, comparable, meanings, VOCABULARY } from './vocabulary.ts';

it('gives each wording one meaning', () => {
  for (const [field, terms] of Object.entries(VOCABULARY)) {
    const says = terms.map(([each]) => comparable(each));
    expect(new Set(says).size, field).toBe(says.length);
  }
});

it('has the eighteen categories of the census of 2011 and "not stated", in either wording', () => {
  expect(meanings('self-defined')).toHaveLength(19);
  const groups: Record<string, number> = {};
  for (const group of meanings('self-defined').map(broadGroup)) groups[group] = (groups[group] ?? 0) + 1;
  expect(groups).toEqual({
    white: 4,
    mixed: 4,
    asian: 5,
    black: 3,
    other: 2,
    'not-stated': 1,
  });
});

it('compares without capitals, blanks around, and a code in brackets', () => {
  expect(comparable(' White - White British (W1)')).toBe('white - white british');
  expect(comparable('Not Stated (NS)')).toBe('not stated');
  expect(comparable('Caution (simple or conditional)')).toBe('caution (simple or conditional)');
});

it('knows outcomes in two wordings', () => {
  const outcome = new Map(VOCABULARY.outcome);
  for (const [one, other] of [
    ['A no further action disposal', 'Nothing found - no further action'],
    ['Arrest', 'Suspect arrested'],
    ['Summons / charged by post', 'Suspect summonsed to court'],
    ['Community resolution', 'Local resolution'],
  ] as const) {
    expect(outcome.get(one), one).toBe(outcome.get(other));
    expect(outcome.get(one), one).toBeDefined();
  }
});
