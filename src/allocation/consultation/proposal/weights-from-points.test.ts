import { describe, expect, it } from 'vitest';
import { GATHERED } from '../../../../test/builders/consultation-views.ts';
import type { DemandParts } from '../../../demand/index.ts';
import { weightsFromPoints } from './weights-from-points.ts';

/** Residents the same in every ward. */
const LEVEL: DemandParts = {
  ...GATHERED,
  parts: GATHERED.parts.map((part) =>
    part.kind === 'held' && part.component === 'residents' ? { ...part, figures: [250, 250, 250, 250] } : part,
  ),
};
const refused = (points: Record<string, number>, parts = GATHERED, method: 'budget' | 'swing' = 'budget') => {
  const answer = weightsFromPoints({ method, points }, parts);
  return answer.kind === 'refused' ? answer.problems : [];
};

describe('weights from points', () => {
  it('shares a budget out over every part of the review', () => {
    expect(weightsFromPoints({ method: 'budget', points: { 'recorded-crime': 60, residents: 20 } }, GATHERED)).toEqual({
      kind: 'weights',
      weights: { 'recorded-crime': 0.75, residents: 0.25, 'anti-social-behaviour': 0 },
    });
  });

  it('divides the points of a swing by the range of the shares: 0.55 for crime, 0.3 for residents', () => {
    const answer = weightsFromPoints({ method: 'swing', points: { 'recorded-crime': 100, residents: 50 } }, GATHERED);
    const [crime, residents] = [100 / 0.55, 50 / 0.3];
    expect(answer).toEqual({
      kind: 'weights',
      weights: {
        'recorded-crime': expect.closeTo(crime / (crime + residents), 12),
        residents: expect.closeTo(residents / (crime + residents), 12),
        'anti-social-behaviour': 0,
      },
    });
  });

  it.each([
    ['all 0', { residents: 0 }, null, /All points are 0/],
    ['none', {}, null, /All points are 0/],
    ['below 0', { residents: -1 }, 'weight-residents', /fewer than 0/],
    ['no number', { residents: Number.NaN }, 'weight-residents', /a number of points/],
    ['without end', { residents: Number.POSITIVE_INFINITY }, 'weight-residents', /a number of points/],
    ['above the limit', { residents: 1_000_001 }, 'weight-residents', /more than 1,000,000/],
    ['for what was not asked', { moonlight: 1 }, 'weight-moonlight', /does not ask about "moonlight"/],
    ['for what has no figures', { 'anti-social-behaviour': 1 }, 'weight-anti-social-behaviour', /no figures/],
  ])('refuses points that are %s, beside their field', (_, points, field, sentence) => {
    expect(refused(points)).toEqual([{ field, sentence: expect.stringMatching(sentence) }]);
  });

  it('refuses a swing of what is the same in every ward, which a budget may weigh', () => {
    const points = { 'recorded-crime': 1, residents: 1 };
    expect(refused(points, LEVEL, 'swing')).toEqual([
      {
        field: 'weight-residents',
        sentence: 'Residents is the same in every ward, so there is no step to weigh: give it 0 points.',
      },
    ]);
    expect(refused({ ...points, residents: 0 }, LEVEL, 'swing')).toEqual([]);
    expect(refused(points, LEVEL)).toEqual([]);
  });

  it('keeps the proportions of points as small as numbers go', () => {
    const points = { 'recorded-crime': 3 * Number.MIN_VALUE, residents: Number.MIN_VALUE };
    expect(weightsFromPoints({ method: 'budget', points }, GATHERED)).toMatchObject({
      weights: { 'recorded-crime': 0.75 },
    });
  });
});
