import { totalOf } from './count-reasons.ts';
import { coverageOf } from './engine/coverage-of.ts';
import type { LeftOutRows } from './left-out-rows.ts';
import type { ReasonCount } from './model.ts';
import type { ReadText, RefusedText } from './text-source.ts';

/** What the rows of a file bring. */
export interface Brought extends Pick<ReadText, 'recognisedAs' | 'lookup' | 'harmWeights' | 'neighbourhood'> {
  series?: ReadText['series'];
  notices?: readonly ReasonCount[];
}

/**
 * What a file read to its end comes to: its rows accounted for, and the months and sets of areas of its figures; refused
 * when no row can be used.
 * @param file how many rows it has, and those left out
 * @param advice what to do about a file without a row that can be used
 */
export function asReadText(
  { rowsRead, leftOut }: { rowsRead: number; leftOut: LeftOutRows },
  { series = [], notices = [], ...others }: Brought,
  advice = 'download it again',
): ReadText | RefusedText {
  const refused = leftOut.counts();
  const rowsUsed = rowsRead - totalOf(refused);
  const brings = series.length > 0 || Object.keys(others).some((what) => what !== 'recognisedAs');
  if (rowsUsed === 0 || !brings) {
    const why = refused[0] === undefined ? '' : ` (${refused[0].reason})`;
    return { kind: 'refused', because: `has no row that can be used${why}: ${advice}` };
  }
  const coverage = coverageOf(series);
  const months = coverage.map(({ month }) => month).sort();
  const versions = new Set(series.map(({ boundaryVersion }) => boundaryVersion));
  return {
    kind: 'read',
    ...others,
    rowsRead,
    rowsUsed,
    refused,
    refusedRows: leftOut.rows(),
    notices: [...notices],
    from: months[0] ?? null,
    to: months.at(-1) ?? null,
    boundaryVersions: [...versions].filter((version) => version !== 'unplaced').sort(),
    series,
    coverage,
  };
}
