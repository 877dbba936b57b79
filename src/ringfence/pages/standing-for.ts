import type { Minutes, MonthReport, TogetherRow } from '../reports/model.ts';
import { sumOfTallies } from '../reports/tally-of.ts';

/** The figures that answer for an area, and the wards that they are of where the area has none of its own. */
export interface StandingFor {
  minutes: Minutes;
  /** Wards told together, the asked one among them; null where the figures are the area's own. */
  together: Pick<TogetherRow, 'wards' | 'officers'> | null;
}

/** A ward with too few officers is answered for with all those it stands with; every other area for itself. */
export function standingFor(report: MonthReport): StandingFor {
  const groups = report.together;
  if (report.areaKind !== 'ward' || report.wards.length > 0 || groups.length === 0)
    return { minutes: report.total, together: null };
  // Classes that the ring-fence treats otherwise stand in a group of their own.
  const names = new Map(groups.flatMap(({ wards }) => wards.map(({ code, name }) => [code, name])));
  return {
    minutes: sumOfTallies(groups),
    together: {
      wards: [...names].map(([code, name]) => ({ code, name })),
      officers: groups.reduce((sum, { officers }) => sum + officers, 0),
    },
  };
}
