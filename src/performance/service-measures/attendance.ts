import type { Periods } from '../periods/previous-period.ts';
import type { Built } from './built.ts';
import type { AttendanceSection } from './model.ts';
import { monthsHeld, type ServiceFigures } from './service-figures.ts';
import { shareChange } from './share-change.ts';

/** The share of residential burglaries reported to which an officer went. */
export function attendance(held: ServiceFigures, periods: Periods, least: number): Built<AttendanceSection> {
  const found = monthsHeld(held, {
    measures: ['burglary-attendance-attended', 'burglary-attendance-reported'],
    periods,
    what: 'figures of attendance at residential burglaries',
  });
  if ('because' in found) return found;
  const [attended, reported] = found.months;
  if (attended === undefined || reported === undefined) throw new RangeError('attendance takes two measures');
  return { section: { kind: 'attendance', attended: shareChange(attended, reported, least) }, used: found.used };
}
