import { describe, expect, it } from 'vitest';
import { GATHERED } from '../../../../test/builders/consultation-views.ts';
import type { Typed } from '../typed-fields.ts';
import { readProposeForm } from './read-propose-form.ts';
import { swingSteps } from './swing-steps.ts';

const read = (typed: Typed) => readProposeForm(typed, 'budget', swingSteps(GATHERED));

describe('the form of a proposal', () => {
  it('reads points, bounds, comment, title and consent', () => {
    const typed = {
      'weight-recorded-crime': '30',
      'weight-residents': ' 60.5 ',
      'most-residents': '70 %',
      publish: 'yes',
    };
    expect(read({ ...typed, comment: ' People live everywhere. ', title: 'Second draft' })).toEqual({
      problems: [],
      form: {
        title: 'Second draft',
        given: { method: 'budget', points: { 'recorded-crime': 30, residents: 60.5 } },
        bounds: { residents: [0, 0.7] },
        comment: 'People live everywhere.',
        publishComment: true,
      },
    });
    expect(read({ 'weight-residents': '1' }).form).toMatchObject({ bounds: null, publishComment: false, title: '' });
  });

  it('says of every wrong field what to do', () => {
    const typed = { 'weight-recorded-crime': '-3', 'weight-residents': 'half', 'least-residents': '101' };
    expect(read(typed).problems.map(({ field, sentence }) => `${field}: ${sentence}`)).toEqual([
      'weight-recorded-crime: Recorded crime: type a number of 0 or more, such as 15.',
      'weight-residents: Residents: type a number of 0 or more, such as 15.',
      'least-residents: Make it a number from 0 to 100, such as 12.5, or leave it empty.',
    ]);
  });
});
