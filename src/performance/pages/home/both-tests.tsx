import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { nameRow } from '../../comparison/name-row.ts';
import type { ComparisonRow, ComparisonTable } from '../../model.ts';

/** Both tests of each row beside each other: of the counts alone, and of daily rates with the area's own overdispersion. */
export function BothTests({ table }: { table: ComparisonTable }) {
  return (
    <section class="w-section" aria-labelledby="both-tests">
      <h2 class="w-h2" id="both-tests">
        The counts alone, beside the test that is used
      </h2>
      <p class="w-body">
        The counts alone are compared as if offences came one by one, each by chance: exact, conditional and two-sided.
        Counts of years differ by more than that. So every word and mark above allows for how far earlier years lay
        apart: that many times more than chance, the dispersion.
      </p>
      <DataTable<ComparisonRow>
        caption={`${table.set.title}: both tests`}
        sub="Ranges are of the ratio of the two periods, 95%: 1 is no difference."
        synthetic={table.synthetic}
        columns={COLUMNS}
        rows={table.rows.filter(({ missing }) => missing === null)}
        rowKey={({ measureName }) => measureName}
        phones="scroll"
        compact
      />
    </section>
  );
}

const COLUMNS: Column<ComparisonRow>[] = [
  { head: 'Offence', rowHeader: true, cell: (row) => nameRow(row) },
  { head: 'Counts alone: p', number: true, cell: ({ pValue }) => sayP(pValue) },
  { head: 'Range', number: true, cell: ({ ratioInterval }) => sayRange(ratioInterval) },
  { head: 'Dispersion allowed for: p', number: true, cell: ({ dispersedPValue }) => sayP(dispersedPValue) },
  { head: 'Its range', number: true, cell: ({ dispersedInterval }) => sayRange(dispersedInterval) },
  { head: 'Dispersion', number: true, cell: ({ dispersion }) => (dispersion === null ? '–' : dispersion.toFixed(1)) },
  { head: 'Degrees of freedom', number: true, cell: (row) => row.degreesOfFreedom?.toFixed(1) ?? '–' },
  { head: 'Estimated from', cell: ({ dispersionFrom }) => dispersionFrom ?? 'nothing: counts alone' },
];

/** A p-value with as many figures as matter. */
export function sayP(p: number | null): string {
  if (p === null) return '–';
  return p < 0.0001 ? 'under 0.0001' : p.toFixed(4);
}

function sayRange(range: ComparisonRow['ratioInterval']): string {
  if (range === null) return '–';
  const [lower, upper] = range;
  return `${lower.toFixed(2)} to ${upper === null ? 'no limit' : upper >= 100 ? wholeNumber(upper) : upper.toFixed(2)}`;
}
