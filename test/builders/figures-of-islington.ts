import type { Month } from '../../src/lib/calendar/month.ts';
import type { MonthlyFigures } from '../../src/performance/model.ts';

/** Monthly figures of Islington as the performance pages read them. */
export function figuresOfIslington(
  values: readonly (number | null)[],
  more: Partial<MonthlyFigures> & { firstMonth?: Month } = {},
): MonthlyFigures {
  return {
    measure: 'burglary',
    area: {
      word: 'E09000019',
      name: 'Islington',
      kind: 'borough',
      boundaryVersion: 'boroughs-2022',
      areaCodes: ['E09000019'],
      boroughCode: null,
      boroughName: null,
    },
    vintage: 'Test',
    synthetic: false,
    files: ['file.csv'],
    firstMonth: '2010-04',
    values,
    origins: ['published'],
    doubtful: [],
    backCast: false,
    ...more,
  };
}
