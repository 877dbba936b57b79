import { type Column, DataTable } from '../../ui/data-table.tsx';
import { wholeNumber } from '../../ui/whole-number.ts';
import { shortPeriod } from '../pages/home/period-choices.ts';
import type { WardChange, WardChanges, WardsComparison } from './model.ts';
import { sayChanges, sayJudged } from './say-wards.ts';

/** What changed in the wards, all changes judged together; of a set of measures only those called clear are listed. */
export function ChangesSection({ shown }: { shown: WardsComparison }) {
  const { changed } = shown;
  return (
    <section class="w-section" aria-labelledby="changes">
      <h2 class="w-h2" id="changes">
        What changed, in all of them together?
      </h2>
      {'because' in changed ? (
        <p class="w-body">{changed.because}</p>
      ) : (
        <Changes changed={changed} synthetic={shown.synthetic} />
      )}
    </section>
  );
}

function Changes({ changed, synthetic }: { changed: WardChanges; synthetic: boolean }) {
  const { figure, rest } = sayChanges(changed);
  const many = changed.setTitle !== null;
  const listed = many ? changed.changes.filter(({ calledClear }) => calledClear) : [...changed.changes];
  return (
    <>
      <p class="w-lead">
        <b>{figure}</b> {rest} A change that would look clear alone may be chance among so many: about one in twenty
        does, were nothing to change.
      </p>
      {listed.length === 0 ? null : (
        <DataTable<WardChange>
          id="ward-changes"
          caption={many ? `${changed.setTitle}: changes called clear, by ward` : 'Changes by ward'}
          sub={`${changed.periods.current.label} against ${changed.periods.previous.label}. By name. Each range (95%) is of that change by itself.`}
          synthetic={synthetic}
          columns={columnsOf(changed)}
          rows={listed}
          rowKey={({ area, row }) => `${area.word} ${row.measureName}`}
          phones="stack"
        />
      )}
    </>
  );
}

function columnsOf({ periods, setTitle, test }: WardChanges): Column<WardChange>[] {
  const measure: Column<WardChange> = { head: 'Measure', cell: ({ row }) => row.measure };
  return [
    { head: 'Ward', rowHeader: true, cell: ({ area }) => area.name },
    ...(setTitle === null ? [] : [measure]),
    { head: shortPeriod(periods.current), number: true, cell: ({ row }) => sayCount(row.current) },
    { head: shortPeriod(periods.previous), number: true, cell: ({ row }) => sayCount(row.previous) },
    {
      head: test === 'counts' ? 'What it can bear, by the counts alone' : 'What it can bear',
      full: true,
      cell: (change) =>
        change.calledClear ? <b>{sayJudged(change, test)}</b> : <span>{sayJudged(change, test)}</span>,
    },
  ];
}

const sayCount = (count: number | null): string => (count === null ? '–' : wholeNumber(count));
