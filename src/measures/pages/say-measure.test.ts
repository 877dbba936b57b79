import { expect, it } from 'vitest';
import type { Origin, Series } from '../model.ts';
import { sayFigure, sayOrigins } from './say-measure.ts';

const of = (origins: (Origin | null)[], convertedFrom: Series['convertedFrom'] = null): Series => ({
  ...{ measure: 'theft', areaCode: 'E05013653', boundaryVersion: 'wards-2022', vintage: 'a', synthetic: false },
  ...{ files: [], firstMonth: '2022-03', values: origins.map(() => 1), origins },
  ...{ doubtful: [], backCast: true, convertedFrom },
});

it('says each run of months of one origin, whatever gaps it has', () => {
  expect(sayOrigins(of(['published, back-cast', null, 'published, back-cast', 'published']))).toEqual([
    'March 2022 to May 2022: published, counted anew for an area that did not exist yet.',
    'June 2022: published for this area.',
  ]);
});

it('says that figures are made from those of other areas', () => {
  expect(sayOrigins(of(['LSOA best fit'], 'lsoas-2011')).at(-1)).toBe(
    'Made from figures of LSOAs of the census of 2011, because no file has them for this area.',
  );
});

it('writes figures with at most two decimals', () => {
  expect([sayFigure(12345), sayFigure(0.6149), sayFigure(3.5)]).toEqual(['12,345', '0.61', '3.5']);
});
