import { andList } from '../../ui/and-list.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import { NoFigure } from '../../ui/no-figure.tsx';
import { Tag, type TagProps } from '../../ui/tag.tsx';
import type { EvaluationResult, GuardResult } from '../model.ts';

const TAGS: Record<GuardResult['state'], { text: string; weight: NonNullable<TagProps['weight']> }> = {
  held: { text: 'Held', weight: 'clear' },
  worse: { text: 'Worse', weight: 'breach' },
  'cannot tell': { text: 'Cannot tell', weight: 'plain' },
  'no figures': { text: 'No figures', weight: 'plain' },
};

/** Whether the service held in each area by itself. */
export function GuardsSection({ result: { guards } }: { result: Pick<EvaluationResult, 'guards'> }) {
  const judged = guards.filter(({ state }) => state !== 'no figures');
  const missing = guards.filter(({ state }) => state === 'no figures');
  if (guards.length === 0) return null;
  return (
    <section class="w-section" aria-labelledby="guards">
      <h2 class="w-h2" id="guards">
        Did the service hold in each area by itself?
      </h2>
      {judged.length === 0 ? null : (
        <DataTable<GuardResult>
          caption="Service in each area"
          sub="Change less that of the areas compared with, in the measure’s own unit. None may fall behind by more than the charter allows."
          columns={COLUMNS}
          rows={judged}
          rowKey={({ area, measure }) => `${area} ${measure}`}
          phones="stack"
        />
      )}
      <Missing missing={missing} all={judged.length === 0} />
    </section>
  );
}

/** What the charter watches and nobody can see: said once for each measure, not in a row for each area. */
function Missing({ missing, all }: { missing: readonly GuardResult[]; all: boolean }) {
  if (missing.length === 0) return null;
  const titles = [...new Set(missing.map(({ title }) => title))];
  return (
    <>
      {all ? (
        <p class="w-body">
          <b>Nobody can say from these figures.</b>
        </p>
      ) : null}
      <Details summary="What the charter watches, of which no figures are held">
        <ul class="w-body-list">
          {titles.map((title) => (
            <li key={title}>
              {title}: {andList(missing.filter((guard) => guard.title === title).map(({ areaName }) => areaName))}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}

const COLUMNS: Column<GuardResult>[] = [
  { head: 'Area', rowHeader: true, cell: ({ areaName }) => areaName },
  { head: 'Measure', cell: ({ title }) => title },
  { head: 'Change', number: true, cell: ({ change }) => (change === null ? <NoFigure /> : signed(change)) },
  {
    head: 'Could be',
    number: true,
    cell: ({ interval }) => (interval === null ? <NoFigure /> : `${signed(interval.low)} to ${signed(interval.high)}`),
  },
  { head: 'State', cell: ({ state }) => <Tag {...TAGS[state]} /> },
  { head: 'Why', full: true, cell: ({ because }) => because },
];

/** With its sign and one decimal, as shares of a survey need. */
function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return text === '0.0' ? text : `${value < 0 ? '−' : '+'}${text}`;
}
