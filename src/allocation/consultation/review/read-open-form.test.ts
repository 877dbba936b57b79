import { describe, expect, it } from 'vitest';
import { invitedFields, type KnownToReview, readInvited, readOpenForm } from './read-open-form.ts';

const KNOWN: KnownToReview = {
  components: [
    { name: 'recorded-crime', title: 'Recorded crime' },
    { name: 'residents', title: 'Residents' },
  ],
  boroughs: [{ code: 'E09000019', name: 'Islington' }],
  wards: [
    { code: 'E05013699', name: 'Bunhill', borough: 'E09000019' },
    { code: 'E05013712', name: 'Mildmay', borough: 'E09000019' },
  ],
};
const COUNCIL = { kind: 'council', name: 'Islington Council', borough: 'E09000019', ward: null };
const PANEL = { kind: 'ward-panel', name: 'Bunhill ward panel', borough: 'E09000019', ward: 'E05013699' };
const PARTNER = { kind: 'partner', name: 'Street Link', borough: null, ward: null };

describe('the form that opens a review', () => {
  it('reads numbers, parts with their points, days and who is asked', () => {
    const typed = {
      ...{ name: ' Spring review ', question: 'What counts?', dwo: '118', pcso: '48', dwoFloor: '2', pcsoFloor: '1' },
      ...{ dwoCeiling: '7', pcsoCeiling: '', asAt: '2026-03-01', inForceFrom: '2026-06-01', closesOn: '2026-04-30' },
      ...{ 'part-residents': 'yes', 'weight-residents': '40', 'weight-recorded-crime': '60' },
      ...{
        'ask-E09000019': 'yes',
        panels: 'chosen',
        'ask-E05013699': 'yes',
        partners: ' Street Link \r\n\r\nStreet Link',
      },
    };
    expect(readOpenForm(typed, KNOWN)).toEqual({
      problems: [],
      form: {
        ...{ name: 'Spring review', question: 'What counts?', components: ['residents'] },
        numbers: { dwo: 118, pcso: 48, floors: { dwo: 2, pcso: 1 }, ceilings: { dwo: 7, pcso: null } },
        ...{ asAt: '2026-03-01', inForceFrom: '2026-06-01', closesOn: '2026-04-30' },
        invited: [COUNCIL, PANEL, PARTNER],
        draft: { method: 'budget', points: { residents: 40 } },
      },
    });
  });

  it('says which numbers are none', () => {
    const { problems } = readOpenForm(
      { dwo: 'many', pcso: '1.5', dwoFloor: '2', pcsoFloor: '1', dwoCeiling: 'x' },
      KNOWN,
    );
    expect(problems.map(({ field }) => field)).toEqual(['dwo', 'pcso', 'dwoCeiling']);
    expect(problems[0]?.sentence).toBe('Officers: type a whole number, such as 2.');
  });

  it('asks every panel at once, and none where only some were ticked before', () => {
    expect(readInvited({ panels: 'every' }, KNOWN)).toHaveLength(2);
    expect(readInvited({ panels: 'none', 'ask-E05013699': 'yes' }, KNOWN)).toEqual([]);
  });

  it('fills in the form again from who was asked', () => {
    for (const typed of [
      { panels: 'every' },
      { panels: 'chosen', 'ask-E05013699': 'yes', 'ask-E09000019': 'yes', partners: 'A\nB' },
    ]) {
      const invited = readInvited(typed, KNOWN);
      expect(readInvited(invitedFields(invited, KNOWN), KNOWN)).toEqual(invited);
    }
    expect(invitedFields([], KNOWN)).toEqual({ panels: 'none', partners: '' });
  });
});
