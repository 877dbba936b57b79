import { describe, expect, it } from 'vitest';
import { BOROUGH_CRIME_HELD, boroughCrime } from '../../../test/builders/borough-crime.ts';
import { referenceAreas } from '../../geography/index.ts';
import type { AreaFigures } from '../panel/model.ts';
import { PATHFINDER_2017 } from '../shipped/pathfinder-2017.ts';
import { evaluatePiece } from './evaluate.ts';

/**
 * The design's worked example of the same pilot, made by other means: robbery 72 % above a synthetic control of levels over
 * the 13 months from January 2017, 0 of 351 pairs as far. Logs, and which neighbours are compared with, make it less or more.
 */
describe.skipIf(!BOROUGH_CRIME_HELD)('robbery in the pathfinder of 2017, on the files of the force', () => {
  it('lies far above every comparison pair, by each estimator', () => {
    const { boroughs, outcomes, adjoining } = boroughCrime([]);
    const figures = (outcomes.find(({ name }) => name === 'robbery')?.counts ?? []).map(
      (values, at): AreaFigures => ({ measure: 'robbery', area: boroughs[at] ?? '', firstMonth: '2010-04', values }),
    );
    const charter = {
      ...PATHFINDER_2017,
      estimator: 'sc' as const,
      end: '2018-01' as const,
      looks: ['2018-01' as const],
    };
    const { figures: found } = evaluatePiece(
      {
        shown: { charter, hash: '', standing: 'retrospective', signatures: [], amendments: [] },
        areas: referenceAreas('boroughs-2022').map(({ code, name }) => ({ code, name })),
        borders: adjoining.map(([one, other]) => [boroughs[one] ?? '', boroughs[other] ?? ''] as const),
        ...{ figures, guardFigures: [], until: null },
        source: { vintage: '', files: [], synthetic: false },
        versions: { wardroom: '', node: '', seed: 1 },
      },
      { group: 0, outcome: 0 },
    );
    expect(found.earlierAverage).toBeCloseTo(154, 0);
    for (const { percent } of found.estimates) {
      expect(percent).toBeGreaterThan(35);
      expect(percent).toBeLessThan(100);
    }
    expect(found.primary?.asMuch).toEqual({ moved: 0, of: 351 });
  });
});
