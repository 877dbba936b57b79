import type { Month } from '../../lib/calendar/month.ts';
import type { Finding, UsedFinding } from './model.ts';

/** Months of some areas that a file gives up to a more complete one. */
export interface GivenUpAreas {
  by: string;
  areaCodes: readonly string[];
  months: readonly Month[];
}

/**
 * Says of a finding for which areas the file is not used, and which is used instead.
 * @param givenUp what the file of the finding gives up
 * @param areasOfFile every area the file has figures of
 */
export function usedFinding(
  finding: Finding,
  givenUp: readonly GivenUpAreas[],
  areasOfFile: readonly string[],
): UsedFinding {
  const about = new Set(finding.areaCodes ?? areasOfFile);
  const ofMonth = givenUp
    .filter(({ months }) => months.includes(finding.month))
    .map(({ by, areaCodes }) => ({ by, areaCodes: areaCodes.filter((code) => about.has(code)) }))
    .filter(({ areaCodes }) => areaCodes.length > 0);
  const gone = new Set(ofMonth.flatMap(({ areaCodes }) => areaCodes));
  return { ...finding, givenUp: ofMonth, unusedBy: gone.size > 0 && gone.size === about.size ? names(ofMonth) : null };
}

/** A finding as it is for one area: not used where the month is given up for that very area. */
export function findingFor(finding: UsedFinding, areaCode: string): UsedFinding {
  const ofArea = finding.givenUp.filter(({ areaCodes }) => areaCodes.includes(areaCode));
  return { ...finding, givenUp: ofArea, unusedBy: ofArea.length > 0 ? names(ofArea) : null };
}

const names = (files: readonly { by: string }[]): string => [...new Set(files.map(({ by }) => by))].join(' and ');
