import { expect, it } from 'vitest';
import { anArea, someFigures } from '../../../test/builders/monthly-figures.ts';
import { makePeriod } from '../periods/make-period.ts';
import { isBackCast } from './back-cast.ts';

const area = { ...anArea('E05013653', 'Bloomsbury'), kind: 'ward' as const, boundaryVersion: 'wards-2022' as const };
const figures = someFigures([1], { area, backCast: true });
const of = (current: ReturnType<typeof makePeriod>, previous: ReturnType<typeof makePeriod>, held = figures) =>
  isBackCast(held, { current, previous });

it('is said where either period has months from before the wards, and not of later ones', () => {
  expect(of(makePeriod('2023-04', '2024-03'), makePeriod('2022-04', '2023-03'))).toBe(true);
  expect(of(makePeriod('2021-04', '2022-03'), makePeriod('2023-04', '2024-03'))).toBe(true);
  expect(of(makePeriod('2024-05', '2025-04'), makePeriod('2022-05', '2023-04'))).toBe(false);
});

it('is never said of figures that were recorded as they are', () => {
  const recorded = { ...figures, backCast: false };
  expect(of(makePeriod('2023-04', '2024-03'), makePeriod('2022-04', '2023-03'), recorded)).toBe(false);
});
