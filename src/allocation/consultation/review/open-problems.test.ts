import { describe, expect, it } from 'vitest';
import { GATHERED, ISLINGTON_COUNCIL } from '../../../../test/builders/consultation-views.ts';
import { type OpenProblemsAsked, openProblems } from './open-problems.ts';

const FORM: OpenProblemsAsked['form'] = {
  ...{ name: 'Spring review', question: 'What should count?', components: ['residents', 'recorded-crime'] },
  numbers: { dwo: 14, pcso: 5, floors: { dwo: 2, pcso: 1 }, ceilings: { dwo: 7, pcso: null } },
  ...{ asAt: '2026-03-10', inForceFrom: '2026-06-01', closesOn: '2026-04-30', invited: [ISLINGTON_COUNCIL] },
  draft: { method: 'budget', points: { residents: 40, 'recorded-crime': 60 } },
};
const fieldsOf = (form: Partial<OpenProblemsAsked['form']>, misread: OpenProblemsAsked['misread'] = []) =>
  openProblems({
    ...{ form: { ...FORM, ...form }, misread, today: '2026-03-10', demand: GATHERED },
    parts: ['recorded-crime', 'residents'],
  }).map(({ field }) => field);

describe('what is wrong with the form that opens a review', () => {
  it('is nothing where nothing is', () => {
    expect(fieldsOf({})).toEqual([]);
  });

  it('is told in one round and in the order of the page, each field once', () => {
    const wrong = { name: '', closesOn: '', inForceFrom: '', components: [] };
    const misread = ['weight-residents', 'dwo'].map((field) => ({ field, sentence: 'Type a number.' }));
    expect(fieldsOf(wrong, misread)).toEqual([
      ...['name', 'dwo', 'components', 'weight-residents', 'closesOn', 'inForceFrom'],
    ]);
  });

  it('tells of numbers without a plan together with days, and not where a number was misread', () => {
    const wrong = { closesOn: '', numbers: { ...FORM.numbers, dwo: 3 } };
    expect(fieldsOf(wrong)).toEqual(['dwo', 'closesOn']);
    expect(fieldsOf(wrong, [{ field: 'pcso', sentence: 'Type a number.' }])).toEqual(['pcso', 'closesOn']);
  });

  it('tells of numbers without a plan in the round of a weight that was misread', () => {
    const misread = [{ field: 'weight-residents', sentence: 'Type a number.' }];
    expect(fieldsOf({ closesOn: '', numbers: { ...FORM.numbers, dwo: 3 } }, misread)).toEqual([
      ...['dwo', 'weight-residents', 'closesOn'],
    ]);
  });

  it('says beside the parts that all points are 0', () => {
    expect(fieldsOf({ draft: { method: 'budget', points: { residents: 0 } } })).toEqual(['components']);
  });
});
