import type { Review } from '../../src/allocation/consultation/model.ts';
import type { NewReview } from '../../src/allocation/consultation/review/review-store.ts';
import {
  insertReview,
  insertReviewRevision,
  readReview,
  takeNumber,
} from '../../src/allocation/consultation/review/review-store.ts';
import type { DemandParts } from '../../src/demand/index.ts';
import { referenceAreas } from '../../src/geography/index.ts';
import type { Records } from '../../src/platform/database/index.ts';
import { CAMDEN, ISLINGTON, UNIT } from './each-principal.ts';

/** Figures of three components for the wards of Camden and Islington, each ward's its place in the order of codes. */
export function partsOfTwoBoroughs(): DemandParts {
  const wards = referenceAreas('wards-2022')
    .filter(({ boroughCode }) => boroughCode === CAMDEN || boroughCode === ISLINGTON)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name, boroughName }) => ({ code, name, borough: boroughName ?? '' }));
  const part = (component: string, figure: (place: number) => number) => {
    const figures = wards.map((_, place) => figure(place));
    return {
      ...{ kind: 'held' as const, component, title: component, measure: component, every: 'month' as const },
      ...{ vintage: 'test', synthetic: false, backCast: false, origins: [], files: [] },
      total: figures.reduce((sum, each) => sum + each, 0),
      figures,
    };
  };
  return {
    ...{ unit: UNIT, asAt: '2026-03-01', boundaryVersion: 'wards-2022' as const },
    window: { from: '2025-03', to: '2026-02', months: 12 },
    wards,
    parts: [
      part('recorded-crime', (place) => 100 + 10 * place),
      part('anti-social-behaviour', (place) => 50 + ((place * 7) % 11)),
      part('residents', () => 10_000),
    ],
  };
}

const OPENED = { by: 'person:0000000000000001', at: new Date('2026-03-10T12:00:00Z') };

/**
 * A review open from 10 March to 10 April 2026, laid down past the services: no figures need be held.
 * @param records Wardroom's own handle, with the reference unit
 */
export async function layReview(records: Records, rest: Partial<NewReview> = {}): Promise<Review> {
  return records.transaction().execute(async (trx) => {
    const number = await takeNumber(trx, UNIT, '2026');
    const id = await insertReview(trx, {
      ...{ unit: UNIT, number, name: 'Spring 2026', question: 'Which weights?' },
      numbers: { dwo: 118, pcso: 48, floors: { dwo: 2, pcso: 1 }, ceilings: { dwo: 6, pcso: null } },
      ...{ demand: partsOfTwoBoroughs(), demandHash: 'made up', synthetic: false, invited: [], opened: OPENED },
      ...{ inForceFrom: '2026-05-01', opensOn: '2026-03-10', closesOn: '2026-04-10' },
      ...rest,
    });
    const review = await readReview(trx, id);
    if (review === null) throw new Error('The review was not laid down.');
    await insertReviewRevision(trx, review, '', review.opened);
    return review;
  });
}
