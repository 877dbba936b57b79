import { describe, expect, it } from 'vitest';
import { GATHERED, ISLINGTON_COUNCIL, POLICE } from '../../../test/builders/consultation-views.ts';
import { readProposeForm } from './read-propose-form.ts';
import { swingSteps } from './swing-steps.ts';
import type { Typed } from './typed-fields.ts';

const steps = swingSteps(GATHERED);
const read = (typed: Typed, party = ISLINGTON_COUNCIL) => readProposeForm(typed, { method: 'budget', party, steps });
const problemsOf = (typed: Typed, party = ISLINGTON_COUNCIL) =>
  read(typed, party).problems.map(({ field, sentence }) => `${field}: ${sentence}`);

describe('the form of a proposal', () => {
  it('reads points, bounds, comment and consent, and takes the name of the party', () => {
    const typed = {
      'weight-recorded-crime': '30',
      'weight-residents': ' 60.5 ',
      'most-residents': '70 %',
      publish: 'yes',
    };
    expect(read({ ...typed, comment: ' People live everywhere. ', title: 'Mine' })).toEqual({
      problems: [],
      form: {
        title: 'Islington Council',
        given: { method: 'budget', points: { 'recorded-crime': 30, residents: 60.5 } },
        bounds: { residents: [0, 0.7] },
        comment: 'People live everywhere.',
        publishComment: true,
      },
    });
    expect(read({ 'weight-residents': '1' }).form).toMatchObject({ bounds: null, publishComment: false });
  });

  it('says of every wrong field what to do', () => {
    expect(problemsOf({ 'weight-recorded-crime': '-3', 'weight-residents': 'half', 'least-residents': '101' })).toEqual(
      [
        'weight-recorded-crime: Recorded crime: type a number of 0 or more, such as 15.',
        'weight-residents: Residents: type a number of 0 or more, such as 15.',
        'least-residents: The least for Residents: type a percentage from 0 to 100, such as 15, or nothing.',
      ],
    );
    expect(problemsOf({ 'weight-recorded-crime': '0' })).toEqual([
      'weight-recorded-crime: Give at least one part more than 0.',
    ]);
    expect(problemsOf({ 'weight-residents': '1', 'least-residents': '60', 'most-residents': '50' })).toEqual([
      'least-residents: Residents: the least is above the most; change one of them.',
    ]);
    expect(problemsOf({ 'weight-residents': '1', comment: 'x'.repeat(5_001) })).toEqual([
      'comment: Shorten the comment to 5000 characters; it has 5001.',
    ]);
  });

  it('asks the police what theirs is called', () => {
    expect(problemsOf({ 'weight-residents': '1' }, POLICE)).toEqual([
      'title: Say what it is called, such as Police draft.',
    ]);
    expect(read({ 'weight-residents': '1', title: 'Second draft' }, POLICE).form.title).toBe('Second draft');
  });
});
