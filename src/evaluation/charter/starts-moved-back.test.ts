import { expect, it } from 'vitest';
import { CHARTER } from '../../../test/builders/charter-samples.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { Charter } from '../model.ts';
import { startsMovedBack, startsNoEarlier } from './starts-moved-back.ts';

const [CAMDEN = '', ISLINGTON = ''] = CHARTER.treated[0]?.areas ?? [];
const group = (areas: string[], start: Month) => ({ name: areas.join(), areas, start, transitionMonths: 0 });
const treating = (...treated: Charter['treated']): Charter => ({ ...CHARTER, treated });

it('finds what an amendment moves to before the month in which it is written, area by area', () => {
  const moved = (after: Charter, month: Month) => startsMovedBack(CHARTER, after, month);
  expect(moved(treating(group([CAMDEN, ISLINGTON], '2017-01')), '2026-03')).toHaveLength(2);
  expect(moved(treating(group([CAMDEN, ISLINGTON], '2026-03')), '2026-03')).toEqual([]);
  // What started stays as it was, whatever its group is called.
  expect(moved(treating(group([CAMDEN], '2030-04'), group([ISLINGTON], '2030-05')), '2030-06')).toEqual([
    { area: ISLINGTON, start: '2030-05' },
  ]);
  expect(moved(treating(group([CAMDEN, 'E09000014'], '2030-04')), '2030-06')).toEqual([
    { area: 'E09000014', start: '2030-04' },
  ]);
});

it('lets an amendment be signed late only where nothing starts earlier than was signed first', () => {
  expect(startsNoEarlier(CHARTER, CHARTER)).toBe(true);
  expect(startsNoEarlier(CHARTER, treating(group([CAMDEN], '2030-04'), group(['E09000014'], '2030-07')))).toBe(true);
  expect(startsNoEarlier(CHARTER, treating(group([CAMDEN], '2030-03')))).toBe(false);
  expect(startsNoEarlier(CHARTER, treating(group([CAMDEN], '2030-04'), group(['E09000014'], '2030-01')))).toBe(false);
});
