import type { Month } from '../../lib/calendar/month.ts';
import type { Series } from '../../measures/index.ts';
import type { ImportRecord } from '../model.ts';

/** Whether a past import counts, as far as the command units' boroughs and wards go. */
export type ImportState =
  | { kind: 'in use' }
  /** In use, but for months that a fuller file of its vintage gives. */
  | { kind: 'in use but for months'; months: Month[] }
  /** Some of its measures are shown from other vintages. */
  | { kind: 'in use in part'; shown: number; measures: number; by: string[] }
  /** Nothing of it is shown: other vintages, or other files, give all of it. */
  | { kind: 'superseded'; by: string[] }
  /** It has no figures of these boroughs and wards. */
  | { kind: 'held' }
  /** Made-up figures while real ones are held. */
  | { kind: 'put aside' }
  | { kind: 'taken back'; at: string; by: string };

/** One measure of one set of areas of which an import has figures, and the series by which it is shown. */
export interface FedMeasure {
  measure: string;
  shown: readonly Pick<Series, 'vintage' | 'files'>[];
}

type Standing = Pick<
  ImportRecord,
  | 'id'
  | 'vintage'
  | 'file'
  | 'kind'
  | 'recognisedAs'
  | 'boundaryVersions'
  | 'rowsUsed'
  | 'supersededMonths'
  | 'revertedAt'
  | 'revertedBy'
>;

/** Kinds that bring no figures: the newest file of each counts. */
const WITHOUT_FIGURES: ReadonlySet<ImportRecord['kind']> = new Set([
  'boundaries',
  'area-lookup',
  'harm-weights',
  'police-api-neighbourhood',
]);

/**
 * Whether an import counts.
 * @param later imports made after it, reverted ones included
 * @param fed the measures it has figures of; empty when it has none of the units' areas
 */
export function stateOf(
  record: Standing,
  later: readonly Standing[],
  fed: readonly FedMeasure[],
  realFiguresHeld: boolean,
): ImportState {
  if (record.revertedAt !== null) return { kind: 'taken back', at: record.revertedAt, by: record.revertedBy ?? '' };
  if (record.kind === 'synthetic') return realFiguresHeld ? { kind: 'put aside' } : { kind: 'in use' };
  if (WITHOUT_FIGURES.has(record.kind)) return stateWithoutFigures(record, later);
  if (fed.length === 0) return { kind: 'held' };
  const own = fed.filter(({ shown }) => shown.some((series) => isFrom(record, series)));
  const vintages = fed.flatMap(({ shown }) => shown.map(({ vintage }) => vintage));
  const others = [...new Set(vintages)].filter((vintage) => vintage !== record.vintage).sort();
  const months = [...new Set(record.supersededMonths.map(({ month }) => month))].sort();
  if (own.length === 0) {
    const by = others.length > 0 ? others : [...new Set(record.supersededMonths.map((each) => each.by))].sort();
    return { kind: 'superseded', by };
  }
  if (others.length > 0 && own.length < fed.length)
    return { kind: 'in use in part', shown: own.length, measures: fed.length, by: others };
  return months.length > 0 ? { kind: 'in use but for months', months } : { kind: 'in use' };
}

const isFrom = (record: Standing, series: Pick<Series, 'vintage' | 'files'>): boolean =>
  isOfVintage(series, record.vintage) && series.files.includes(record.file);

/** Whether a series is of a vintage; what is made of two publications names both, as "indices with census". */
export function isOfVintage(series: Pick<Series, 'vintage'>, vintage: string): boolean {
  return series.vintage === vintage || series.vintage.split(' with ').includes(vintage);
}

/**
 * The newest live file counts: of harm weights the newest table, whatever its version and source, since one table weighs
 * everything; of the others the newest that is about the same. Boundaries of fewer areas leave those of the others.
 */
function stateWithoutFigures(record: Standing, later: readonly Standing[]): ImportState {
  const { kind, rowsUsed } = record;
  const about = ({ recognisedAs }: Standing): string => (kind === 'harm-weights' ? '' : recognisedAs.toLowerCase());
  const instead = later.find(
    (each) =>
      each.revertedAt === null &&
      each.kind === kind &&
      about(each) === about(record) &&
      (kind !== 'boundaries' || each.rowsUsed >= rowsUsed),
  );
  return instead === undefined ? { kind: 'in use' } : { kind: 'superseded', by: [instead.file] };
}
