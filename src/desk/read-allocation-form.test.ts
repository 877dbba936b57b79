import { describe, expect, it } from 'vitest';
import { readAllocationForm, type StartingNumbers } from './read-allocation-form.ts';

const start: StartingNumbers = {
  dwo: 118,
  pcso: 48,
  floors: { dwo: 2, pcso: 1 },
  ceilings: { dwo: 7, pcso: null },
  weights: { name: 'founding', version: '1', weights: { 'recorded-crime': 3, residents: 1 } },
  asAt: '2026-03-01',
};
const components = ['recorded-crime', 'residents'];
const read = (query: unknown) => readAllocationForm(query, start, components);

describe('readAllocationForm', () => {
  it('starts from the numbers given, with weights as percentages', () => {
    const form = read({});
    expect(form.fields).toEqual({
      dwo: '118',
      pcso: '48',
      floorDwo: '2',
      floorPcso: '1',
      ceilingDwo: '7',
      ceilingPcso: '',
      asAt: '2026-03-01',
      weights: { 'recorded-crime': '75', residents: '25' },
    });
    expect(form).toMatchObject({ changed: false, problems: [], asked: start, weightsSum: null });
  });

  it('asks for what was typed, and keeps the rest', () => {
    const form = read({ dwo: ' 120 ', 'ceiling-dwo': '', 'as-at': '2024-02-29' });
    expect(form.asked).toEqual({ ...start, dwo: 120, ceilings: { dwo: null, pcso: null }, asAt: '2024-02-29' });
    expect(form.changed).toBe(true);
  });

  it('calls weights that were changed by another name than the set they were changed from', () => {
    const { asked } = read({ 'weight-recorded-crime': '50', 'weight-residents': '50' });
    expect(asked?.weights).toEqual({
      name: 'changed from founding',
      version: 'not versioned',
      weights: { 'recorded-crime': 50, residents: 50 },
    });
  });

  it('leaves a component without weight when it says 0', () => {
    const typed = { 'weight-recorded-crime': '75', 'weight-residents': '0' };
    expect(read(typed).asked?.weights.weights).toEqual({ 'recorded-crime': 75, residents: 0 });
  });

  it('counts a part as 0 where the address gives weights but not its own, and only there', () => {
    expect(read({ 'weight-recorded-crime': '40' }).fields.weights).toEqual({ 'recorded-crime': '40', residents: '0' });
    expect(read({ dwo: '120', 'weight-moonlight': '40' }).asked?.weights).toEqual(start.weights);
  });

  it('says what weights sum to when it is not 100', () => {
    expect(read({ 'weight-recorded-crime': '80', 'weight-residents': '25' }).weightsSum).toBe(105);
    expect(read({ 'weight-recorded-crime': '66.667', 'weight-residents': '33.333' }).weightsSum).toBeNull();
  });

  it.each([
    ['dwo', 'a dozen', 'Officers must be a whole number, such as 118.'],
    ['dwo', '-1', 'Officers must be a whole number, such as 118.'],
    ['dwo', '1e3', 'Officers must be a whole number, such as 118.'],
    ['pcso', '2.5', 'PCSOs must be a whole number, such as 48.'],
    ['pcso', '', 'PCSOs must be a whole number, such as 48.'],
    ['dwo', '20001', 'Officers must be a whole number from 0 to 20000, such as 118.'],
    ['ceiling-dwo', 'none', 'The most officers a ward gets must be a whole number, such as 7, or nothing.'],
    ['as-at', '2025-02-29', 'Write the date as year-month-day, such as 2026-03-01.'],
    ['as-at', '0000-01-01', 'Write the date as year-month-day, such as 2026-03-01.'],
    ['as-at', '1 March 2026', 'Write the date as year-month-day, such as 2026-03-01.'],
    ['weight-residents', '-5', 'The weight of residents must be a number of 0 or more, such as 15.'],
    ['weight-residents', 'NaN', 'The weight of residents must be a number of 0 or more, such as 15.'],
    ['weight-recorded-crime', '', 'The weight of recorded crime must be a number of 0 or more, such as 15.'],
  ])('refuses %s = "%s" at its field and keeps what was typed', (name, value, text) => {
    const form = read({ 'weight-recorded-crime': '75', [name]: value });
    expect(form.problems).toEqual([{ href: `#${name}`, text }]);
    expect(form.asked).toBeNull();
    expect([...Object.values(form.fields), ...Object.values(form.fields.weights)]).toContain(value);
  });

  it('refuses weights that are all 0', () => {
    expect(read({ 'weight-recorded-crime': '0', 'weight-residents': '0.0' }).problems).toEqual([
      { href: '#weight-recorded-crime', text: 'Give at least one part a weight above 0.' },
    ]);
  });

  it('names every wrong field, in the order of the form', () => {
    const form = read({ 'as-at': 'x', dwo: 'x', 'weight-residents': 'x' });
    expect(form.problems.map(({ href }) => href)).toEqual(['#dwo', '#weight-residents', '#as-at']);
  });

  it('takes the last of a field given twice, and ignores what is no field', () => {
    expect(read({ dwo: ['1', '120'], __proto__: { pcso: '9' }, other: 'x' }).asked).toMatchObject({
      dwo: 120,
      pcso: 48,
    });
  });

  it.each([null, undefined, 'text', []])('reads %o as nothing typed', (query) => {
    expect(read(query).asked).toEqual(start);
  });
});
