import { Answer } from '../../../ui/answer.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Page } from '../../../ui/layout.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { wholeNumber } from '../../../ui/whole-number.ts';
import type { AsPublished, JudgedRow } from '../../as-published/model.ts';
import { sayAnswer } from '../../comparison/say-answer.ts';
import { ComparisonSection } from '../home/comparison-section.tsx';
import { JudgedTogether } from '../home/judged-together.tsx';
import { performanceAddress } from '../performance-address.ts';
import { sayPublication } from '../say-publication.ts';

/** A table as it was published: what each of its changes can bear, and its counts beside those held now. */
export function AsPublishedPage({
  unit,
  published,
}: {
  unit: { name: string; boroughs: string[] };
  published: AsPublished;
}) {
  const { table, title, source, rows, heldMadeUp } = published;
  const said = sayAnswer(table, 'years');
  const { current, previous } = table.periods;
  return (
    <Page
      title={title}
      active="/performance"
      unit={unit}
      synthetic={false}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Performance', href: performanceAddress({ area: table.area.word }) },
        { text: 'As published' },
      ]}
    >
      <h1 class="w-title">
        <span class="w-over">
          {table.area.name} · {current.label} against {previous.label}
        </span>
        As published on {longDate(published.published)}
      </h1>
      <Answer figure={said.figure}>{said.rest}</Answer>
      <p class="w-body">
        The counts are those that were printed, real and unchanged; the ranges and words are Wardroom’s. Source:{' '}
        {source}.
      </p>
      <ComparisonSection table={{ ...table, synthetic: false }} />
      <JudgedTogether said={said} />
      <p class="w-note">{table.remarks.join(' ')}</p>
      <section class="w-section" aria-labelledby="as-printed">
        <h2 class="w-h2" id="as-printed">
          {heldMadeUp ? 'As printed' : 'As printed, beside what is held now'}
        </h2>
        <p class="w-body">
          {rows.every(({ reproduced }) => reproduced)
            ? 'Every printed percentage is that of its printed counts.'
            : 'Some printed percentages are not those of their printed counts: they are marked.'}
          {heldMadeUp ? '' : ' Publications restate their past, so figures held now may differ a little.'}
        </p>
        <DataTable<JudgedRow>
          caption={title}
          {...(heldMadeUp ? {} : { sub: sayHeldNow(rows) })}
          columns={heldMadeUp ? PRINTED : [...PRINTED, ...HELD_NOW]}
          rows={[...rows]}
          rowKey={({ printed }) => printed.measure}
          phones="stack"
          compact
        />
      </section>
    </Page>
  );
}

const held = (of: (held: NonNullable<JudgedRow['held']>) => number | null) => (row: JudgedRow) => {
  const value = row.held === null ? null : of(row.held);
  return value === null ? '–' : wholeNumber(value);
};

const PRINTED: Column<JudgedRow>[] = [
  { head: 'Offence, as printed', rowHeader: true, cell: ({ printed }) => printed.printed },
  { head: 'Current', number: true, cell: ({ printed }) => wholeNumber(printed.current) },
  { head: 'Previous', number: true, cell: ({ printed }) => wholeNumber(printed.previous) },
  {
    head: 'Change',
    number: true,
    cell: ({ printed, reproduced }) =>
      `${printed.percent.replace('-', '−')} ${printed.arrow}${reproduced ? '' : ' (not that of the counts)'}`,
  },
];

const HELD_NOW: Column<JudgedRow>[] = [
  { head: 'Current, held now', number: true, cell: held(({ current }) => current) },
  { head: 'Previous, held now', number: true, cell: held(({ previous }) => previous) },
];

function sayHeldNow(rows: readonly JudgedRow[]): string {
  const vintages = [...new Set(rows.flatMap((row) => row.held?.vintage ?? []))];
  return vintages.length === 0 ? 'Nothing is held now.' : `Held now. ${sayPublication(vintages)}`;
}
