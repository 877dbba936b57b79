import { monthRange } from '../../lib/calendar/month.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { findPerformanceArea } from '../areas/areas-service.ts';
import { compareRows } from '../comparison/compare-rows.ts';
import { ownFigures, rowFigures } from '../comparison/row-figures-service.ts';
import { leastCount } from '../comparison/small-numbers.ts';
import { tableOf } from '../comparison/table-of.ts';
import { countIn } from '../figures/count-in.ts';
import type { ComparisonRefused, MeasureSet, MonthlyFigures } from '../model.ts';
import { parsePeriod } from '../periods/parse-period.ts';
import { againstPeriod, type Periods } from '../periods/previous-period.ts';
import type { AsPublished, JudgedRow, PublishedTable } from './model.ts';
import { isReproduced } from './printed-percent.ts';
import { findPublishedTable } from './published-tables.ts';

/**
 * A table as it was published, with what each change can bear, judged from the printed counts. How much years differ is
 * taken from real figures held of the area; where none are, the words say "counts alone".
 * @returns refused where there is no such table
 */
export const asPublished = published(
  'performance.as-published',
  async (
    platform: Platform,
    { name, asAt }: { name: string; asAt: string },
  ): Promise<AsPublished | ComparisonRefused> => {
    const found = findPublishedTable(name);
    if (found.kind === 'refused') return found;
    const { rows: printed, ...document } = found.table;
    const read = periodsOf(found.table, asAt);
    if (read.kind === 'refused') return read;
    const { periods } = read;
    const where = await findPerformanceArea(platform, { word: document.areaCode, asAt });
    if (where.kind === 'refused') return where;
    const { area } = where;
    const set = setOf(found.table);
    const months = [...monthRange(periods.previous.from, periods.current.to)];
    const all = await ownFigures(platform, set, { area, vintage: null, months });
    const own = all.filter(({ synthetic }) => !synthetic);
    const heldMadeUp = own.length < all.length;
    const held = await rowFigures(platform, set, { area, own, periods, because: new Map() });
    const rows = held.map((row) => {
      const counts = printed.find(({ measure }) => measure === row.measure);
      return counts === undefined ? row : { ...row, counts };
    });
    const compared = compareRows(rows, periods, leastCount(asAt));
    const table = tableOf({ area, set, periods, rows: compared, figures: own });
    const remarks = heldMadeUp ? [MADE_UP, ...table.remarks] : table.remarks;
    const judged = judge(found.table, { rows: compared, own, periods });
    return { ...document, table: { ...table, remarks }, rows: judged, heldMadeUp };
  },
);

const MADE_UP =
  'The figures held of this area are made up, so these printed counts are neither judged by them nor set beside them.';

function periodsOf({ periods }: PublishedTable, asAt: string): ReturnType<typeof againstPeriod> {
  const read = parsePeriod(periods.current);
  if (read.kind === 'period') return againstPeriod(read.period, periods.previous, asAt);
  return read.kind === 'refused' ? read : { kind: 'refused', because: 'A published table names the months it is of.' };
}

/** The rows of a published table as a set of its own. */
function setOf({ name, title, published: from, source, rows }: PublishedTable): MeasureSet {
  const groups = [...new Set(rows.map(({ group }) => group))].map((group) => ({
    title: group,
    rows: rows.filter((row) => row.group === group).map(({ measure, printed }) => ({ measure, printed })),
  }));
  return { name, title, version: 1, from, source, groups };
}

function judge(
  { rows: printed }: PublishedTable,
  { rows, own, periods }: { rows: ReturnType<typeof compareRows>; own: readonly MonthlyFigures[]; periods: Periods },
): JudgedRow[] {
  return printed.flatMap((line) => {
    const row = rows.find(({ measureName }) => measureName === line.measure);
    const figures = own.find(({ measure }) => measure === line.measure);
    const held =
      figures === undefined
        ? null
        : {
            current: countIn(figures, periods.current),
            previous: countIn(figures, periods.previous),
            vintage: figures.vintage,
          };
    return row === undefined ? [] : [{ printed: line, reproduced: isReproduced(line), row, held }];
  });
}
