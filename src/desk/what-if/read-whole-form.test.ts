import { expect, it } from 'vitest';
import { readWholeForm } from './read-whole-form.ts';

const whole = {
  ...{ dwo: '118', pcso: '48', 'floor-dwo': '2', 'floor-pcso': '1', 'ceiling-dwo': '7', 'ceiling-pcso': '' },
  ...{ 'as-at': '2026-03-01', 'weight-recorded-crime': '60', 'weight-residents': '50' },
};

it('reads weights and their sum from the form alone', () => {
  const { fields, problems, weightsSum } = readWholeForm(whole);
  expect(fields.weights).toEqual({ 'recorded-crime': '60', residents: '50' });
  expect([problems, weightsSum]).toEqual([[], 110]);
});

it.each(['-3', ''])('finds a weight of "%s" wrong', (typed) => {
  const { problems } = readWholeForm({ ...whole, 'weight-residents': typed });
  expect(problems.map(({ href }) => href)).toEqual(['#weight-residents']);
});
