import type { ComponentChildren } from 'preact';
import { LICENCE } from '../../lib/tables/index.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import type { MeasurePageModel } from './model.ts';
import { sayPeriod } from './say-category.ts';
import { sayPolarity } from './say-measure.ts';

/** What the measure is: unit, polarity, denominator, publisher, and the source categories it sums, by period. */
export function AboutMeasure({ measure, denominator }: MeasurePageModel) {
  const categories = measure.categories.filter((category) => !category.startsWith('demonstration/'));
  const periods = new Map(measure.periods.map((period) => [period.key, period]));
  const during = (category: string): string => {
    const period = periods.get(category);
    return period === undefined ? 'throughout, as far as is known' : sayPeriod(period);
  };
  const rows = [
    ...categories.map((category) => ({ category, during: during(category) })),
    ...measure.periods
      .filter(({ key }) => !categories.includes(key))
      .map(({ key }) => ({ category: key, during: during(key) })),
  ];
  return (
    <section class="w-section" aria-labelledby="about">
      <h2 class="w-h2" id="about">
        What this measure is
      </h2>
      <dl class="w-facts">
        <Fact term="Unit" value={measure.unit} />
        <Fact term="Polarity" value={sayPolarity(measure)} />
        <Fact term="How often" value={EVERY[measure.every]} />
        <Fact
          term="Adding up"
          value={
            measure.adds
              ? 'Figures of areas and months may be added up'
              : 'Figures of several areas or months must not be added up'
          }
        />
        <Fact
          term="Rates"
          value={denominator === null ? 'A rate makes no sense' : `Per head of: ${denominator.toLowerCase()}`}
        />
        <Fact term="Publisher" value={measure.publisher} />
        <Fact
          term="Licence"
          value={
            <>
              <a class="govuk-link" rel="license" href={LICENCE.path}>
                {LICENCE.title}
              </a>
              . {LICENCE.attribution}
            </>
          }
        />
        <Fact term="Name in files and commands" value={measure.name} />
      </dl>
      {rows.length === 0 ? null : (
        <Details summary="Source categories it sums, and when each was in use">
          <DataTable
            caption="Source categories"
            sub="As publications name them; an asterisk stands for any. Of several datasets (the word before the first stroke) one is used, never two."
            columns={[
              { head: 'Category', rowHeader: true, cell: ({ category }) => <span class="w-file">{category}</span> },
              { head: 'In use', cell: (row) => row.during },
            ]}
            rows={rows}
            rowKey={({ category }) => category}
            phones="stack"
            compact
          />
        </Details>
      )}
    </section>
  );
}

const EVERY = { month: 'Every month', quarter: 'Every quarter', year: 'Every year', once: 'Once' } as const;

function Fact({ term, value }: { term: string; value: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
