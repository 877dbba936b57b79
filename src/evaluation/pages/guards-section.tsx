import { type Column, DataTable } from '../../ui/data-table.tsx';
import { NoFigure } from '../../ui/no-figure.tsx';
import { Tag, type TagProps } from '../../ui/tag.tsx';
import type { DisplacementResult, EvaluationResult, GuardResult } from '../model.ts';

const GUARD_TAGS: Record<GuardResult['state'], { text: string; weight: NonNullable<TagProps['weight']> }> = {
  held: { text: 'Held', weight: 'clear' },
  worse: { text: 'Worse', weight: 'breach' },
  'cannot tell': { text: 'Cannot tell', weight: 'plain' },
  'no figures': { text: 'No figures', weight: 'plain' },
};

/** Whether the service held in each area by itself, and whether anything went next door. */
export function GuardsSection({ result, areas }: { result: EvaluationResult; areas: string }) {
  const { guards, displacement } = result;
  if (guards.length === 0 && displacement.length === 0) return null;
  return (
    <section class="w-section" aria-labelledby="guards">
      <h2 class="w-h2" id="guards">
        Did anybody lose by it?
      </h2>
      {guards.length === 0 ? null : (
        <DataTable<GuardResult>
          caption="Service in each area by itself"
          sub="Change less that of the areas compared with, in the measure’s own unit. None may fall behind by more than the charter allows."
          columns={GUARD_COLUMNS}
          rows={[...guards]}
          rowKey={({ area, measure }) => `${area} ${measure}`}
          phones="stack"
        />
      )}
      {displacement.length === 0 ? null : (
        <DataTable<DisplacementResult>
          caption="Did it go next door?"
          sub={`Crimes a month in the pilot and the adjoining ${areas} together, set against the others; below zero is fewer, neighbours included.`}
          columns={DISPLACEMENT_COLUMNS}
          rows={[...displacement]}
          rowKey={({ group, measure }) => `${group} ${measure}`}
          phones="stack"
        />
      )}
    </section>
  );
}

const GUARD_COLUMNS: Column<GuardResult>[] = [
  { head: 'Area', rowHeader: true, cell: ({ areaName }) => areaName },
  { head: 'Measure', cell: ({ title }) => title },
  { head: 'Change', number: true, cell: ({ change }) => (change === null ? <NoFigure /> : signed(change)) },
  { head: 'Could be', number: true, cell: ({ interval }) => (interval === null ? <NoFigure /> : span(interval)) },
  { head: 'State', cell: ({ state }) => <Tag {...GUARD_TAGS[state]} /> },
  { head: 'Why', full: true, cell: ({ because }) => because },
];

const DISPLACEMENT_COLUMNS: Column<DisplacementResult>[] = [
  { head: 'Outcome', rowHeader: true, cell: ({ title }) => title },
  { head: 'Group', cell: ({ group }) => group },
  { head: 'Difference', number: true, cell: ({ difference }) => signed(difference) },
  { head: 'Could be', number: true, cell: ({ interval }) => span(interval) },
  { head: 'What it says', full: true, cell: ({ because }) => because },
];

/** With its sign and one decimal, as survey shares and small counts need. */
function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return text === '0.0' ? '0.0' : `${value < 0 ? '−' : '+'}${text}`;
}

const span = ({ low, high }: { low: number; high: number }): string => `${signed(low)} to ${signed(high)}`;
