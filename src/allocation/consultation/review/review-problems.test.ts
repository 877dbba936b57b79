import { describe, expect, it } from 'vitest';
import { GATHERED } from '../../../../test/builders/consultation-views.ts';
import { componentsProblems, daysProblems, solvingProblems, wordsProblems } from './review-problems.ts';

const WORDS = { name: 'Spring', question: 'Which weights?', invited: [] };
const DAYS = { inForceFrom: '2026-05-01', closesOn: '2026-04-10' };
const SEEN = { asAt: '2026-03-01', opensOn: '2026-03-10', today: '2026-03-10', stands: false };
const fieldsOf = (problems: readonly { field: string | null }[]) => problems.map(({ field }) => field);

describe('a review that can be', () => {
  it('has nothing in its way', () => {
    expect(wordsProblems(WORDS)).toEqual([]);
    expect(daysProblems(DAYS, SEEN)).toEqual([]);
    expect(componentsProblems(['recorded-crime', 'residents'])).toEqual([]);
    expect(solvingProblems(GATHERED, { dwo: 8, pcso: 4 })).toEqual([]);
  });
});

describe('words', () => {
  it.each([
    ['no name', { ...WORDS, name: ' \n' }, 'name'],
    ['a name without end', { ...WORDS, name: 'x'.repeat(201) }, 'name'],
    ['half of a pair', { ...WORDS, name: 'Spring \ud800' }, 'name'],
    ['a NUL', { ...WORDS, question: 'Which\0?' }, 'question'],
    ['no question', { ...WORDS, question: '' }, 'question'],
    [
      'somebody nameless',
      { ...WORDS, invited: [{ kind: 'partner' as const, name: '', borough: null, ward: null }] },
      'invited',
    ],
  ])('with %s are refused beside their field', (_, words, field) => {
    expect(fieldsOf(wordsProblems(words))).toEqual([field]);
  });

  it('may hold any letter there is', () => {
    expect(wordsProblems({ ...WORDS, name: 'Révision 🚓 ١٢' })).toEqual([]);
  });
});

describe('days', () => {
  it('close on the day they open, at the earliest', () => {
    expect(daysProblems({ ...DAYS, closesOn: '2026-03-10' }, SEEN)).toEqual([]);
    expect(daysProblems({ ...DAYS, closesOn: '2026-03-09' }, SEEN)).toEqual([
      { field: 'closesOn', sentence: 'The review opens on 10 March 2026: let it close on that day or a later one.' },
    ]);
  });

  it('close today or later, unless the closing day stands as it was', () => {
    const later = { ...SEEN, today: '2026-04-20' };
    expect(daysProblems(DAYS, later)).toEqual([
      { field: 'closesOn', sentence: '10 April 2026 is past: let it close today or on a later day.' },
    ]);
    expect(daysProblems(DAYS, { ...later, stands: true })).toEqual([]);
  });

  it('close before the plan comes into force', () => {
    expect(daysProblems({ ...DAYS, inForceFrom: '2026-04-11' }, SEEN)).toEqual([]);
    expect(fieldsOf(daysProblems({ ...DAYS, inForceFrom: '2026-04-10' }, SEEN))).toEqual(['closesOn']);
  });

  it('are days of the calendar, and of the same wards', () => {
    expect(fieldsOf(daysProblems({ inForceFrom: '1 May', closesOn: '2026-04-31' }, { ...SEEN, asAt: '' }))).toEqual([
      'asAt',
      'inForceFrom',
      'closesOn',
    ]);
    expect(daysProblems(DAYS, { ...SEEN, asAt: '2021-03-01' })).toEqual([
      { field: 'inForceFrom', sentence: expect.stringContaining('The wards change between 1 March 2021') },
    ]);
  });
});

describe('numbers', () => {
  it.each([
    ['too few officers', { dwo: 7, pcso: 4 }, 'dwo', 'The floor needs 8 officers (4 wards × 2) and there are 7.'],
    ['too few PCSOs', { dwo: 8, pcso: 3 }, 'pcso', 'The floor needs 4 PCSOs (4 wards × 1) and there are 3.'],
    [
      'more than the ceilings take',
      { dwo: 13, pcso: 4, ceilings: { dwo: 3 } },
      'dwo',
      'The ceiling leaves room for 12 officers',
    ],
    [
      'a ceiling below the floor',
      { dwo: 8, pcso: 4, ceilings: { pcso: 0 } },
      'pcso',
      'The floor of 1 PCSO is above the ceiling of 0.',
    ],
  ])('that no plan can keep are refused in the plan’s own sentence: %s', (_, numbers, field, sentence) => {
    const [problem, ...others] = solvingProblems(GATHERED, numbers);
    expect(problem).toMatchObject({ field, sentence: expect.stringContaining(sentence) });
    expect(others.every((other) => other.field === field)).toBe(true);
  });

  it.each([
    [{ dwo: 8.5, pcso: 4 }, 'dwo'],
    [{ dwo: 8, pcso: -1 }, 'pcso'],
    [{ dwo: 8, pcso: 4, floors: { dwo: Number.NaN } }, 'dwoFloor'],
    [{ dwo: 100_001, pcso: 4 }, 'dwo'],
  ])('are whole and in range: %j', (numbers, field) => {
    expect(solvingProblems(GATHERED, numbers)).toEqual([
      { field, sentence: 'Make it a whole number from 0 to 100,000.' },
    ]);
  });

  it.each([
    [{ dwo: 801, pcso: 4 }, ['dwo']],
    [{ dwo: 800, pcso: 100_000 }, ['pcso']],
    [{ dwo: 24, pcso: 800 }, []],
  ])('are no more than wards could be given: %j', (numbers, fields) => {
    const problems = solvingProblems(GATHERED, numbers);
    expect(fieldsOf(problems)).toEqual(fields);
    for (const { sentence } of problems) expect(sentence).toBe('Make it at most 800: 200 for each of 4 wards.');
  });

  it('are solved on figures, and without any it says why', () => {
    const none = { ...GATHERED, parts: GATHERED.parts.filter(({ kind }) => kind === 'missing') };
    expect(solvingProblems(none, { dwo: 8, pcso: 4 })).toEqual([
      { field: 'components', sentence: expect.stringContaining('No ward series is held after June 2018.') },
    ]);
  });
});

describe('components', () => {
  it('are some, known and not barred', () => {
    expect(fieldsOf(componentsProblems([]))).toEqual(['components']);
    expect(componentsProblems(['moonlight', 'stop-and-search', 'residents']).map(({ sentence }) => sentence)).toEqual([
      '"moonlight" is no part of demand that may be weighed: take it off, and choose from the parts listed.',
      '"stop-and-search" is no part of demand that may be weighed: take it off, and choose from the parts listed.',
    ]);
  });
});
