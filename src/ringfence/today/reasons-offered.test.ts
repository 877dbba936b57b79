import { describe, expect, it } from 'vitest';
import { REASONS } from '../reasons.ts';
import { readChoice, reasonsOffered } from './reasons-offered.ts';

const POLICY = { permitted: ['training'], wardWork: ['ward-work'], shortResponseMinutes: 30 } as const;
const DUTY = { ...POLICY, events: [], orderedBy: 'duty-inspector' } as const;
const CARNIVAL = { key: 'carnival-2026', name: 'Notting Hill Carnival', reason: 'event' } as const;
const choices = (duty: Parameters<typeof reasonsOffered>[0]) =>
  reasonsOffered(duty).flatMap(({ reasons }) => reasons.map(({ choice }) => choice));

describe('reasonsOffered', () => {
  it('offers every reason once but those that need a day’s event, days or another absence', () => {
    const byHand = ['attachment', 'rest-day-given-back', 'event', 'major-emergency'];
    const expected = REASONS.map(({ reason }) => reason as string).filter((reason) => !byHand.includes(reason));
    expect(choices(DUTY).toSorted()).toEqual(expected.toSorted());
  });

  it('offers the events of the day first, and only then', () => {
    expect(choices({ ...DUTY, events: [CARNIVAL] })[0]).toBe('event carnival-2026');
  });

  it('says what is permitted and what is ward work, as the policy has it', () => {
    const said = reasonsOffered(DUTY)
      .flatMap(({ reasons }) => reasons)
      .filter(({ counts }) => counts !== '')
      .map(({ reason, counts }) => [reason, counts]);
    expect(said).toEqual([
      ['response', 'kept if under 30 minutes'],
      ['training', 'permitted'],
      ['ward-work', 'kept'],
    ]);
  });
});

it('says by whose order each is taken to be where nothing else is said', () => {
  const by = (duty: Parameters<typeof reasonsOffered>[0]) =>
    new Map(reasonsOffered(duty).flatMap(({ reasons }) => reasons.map((each) => [each.choice, each.by])));
  const said = by({ ...DUTY, events: [CARNIVAL] });
  expect(['training', 'custody', 'union', 'event carnival-2026'].map((choice) => said.get(choice))).toEqual([
    ...['the training unit', 'the duty inspector', '', ''],
  ]);
  expect(by({ ...DUTY, orderedBy: 'court' }).get('custody')).toBe('');
});

describe('readChoice', () => {
  it('reads a reason, and an event that is on today', () => {
    expect(readChoice('custody', DUTY)).toEqual({ reason: 'custody', event: null });
    expect(readChoice('event carnival-2026', { ...DUTY, events: [CARNIVAL] })).toEqual({
      reason: 'event',
      event: 'carnival-2026',
    });
  });

  it('reads nothing that was not offered', () => {
    for (const choice of ['', 'event', 'event carnival-2026', 'holiday']) expect(readChoice(choice, DUTY)).toBeNull();
  });
});
