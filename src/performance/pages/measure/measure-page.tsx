import { monthName } from '../../../lib/calendar/month.ts';
import { Button } from '../../../ui/button.tsx';
import { Page } from '../../../ui/layout.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { NOT_SHOWN } from '../../figures/not-shown.ts';
import { nameArea } from '../name-area.ts';
import { chartFileAddress, performanceAddress } from '../performance-address.ts';
import { ChartSection } from './chart-section.tsx';
import { ExpectationSection } from './expectation-section.tsx';
import { LastYearSection } from './last-year-section.tsx';
import type { MeasurePageModel } from './model.ts';
import { WardsSection } from './wards-section.tsx';

/** One measure of one area: what it is, whether anything is out of the ordinary, the last year, its wards, its files. */
export function MeasurePage(model: MeasurePageModel) {
  const { unit, measure, area, chart, wards, lastYear } = model;
  return (
    <Page
      title={`${measure.title}, ${area.name}`}
      active="/performance"
      unit={unit}
      synthetic={chart?.figures.synthetic ?? lastYear?.synthetic ?? wards?.synthetic ?? false}
      {...(chart === null ? {} : { figuresTo: monthName(chart.to) })}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Performance', href: performanceAddress({ area: area.word }) },
        { text: measure.title },
      ]}
    >
      <h1 class="w-title">
        <span class="w-over">{nameArea(area)}</span>
        {measure.title}
      </h1>
      <p class="w-lead">
        {measure.definition} {POLARITY[measure.polarity]}
      </p>
      <ChooseArea {...model} />
      {chart === null && lastYear === null && model.hidden ? (
        <Panel title={`No figures are shown for ${area.name}`}>
          <p class="w-body">{NOT_SHOWN}</p>
        </Panel>
      ) : null}
      {chart === null && lastYear === null && !model.hidden ? (
        <Panel title={`No figures are held for ${area.name}`}>
          <p class="w-body">
            Choose another area, or{' '}
            <a class="govuk-link" href="/import">
              import a file that has them
            </a>
            .
          </p>
        </Panel>
      ) : null}
      {chart === null ? null : <ChartSection chart={chart} model={model} />}
      <LastYearSection {...model} />
      <ExpectationSection {...model} />
      {wards === null ? null : <WardsSection model={model} wards={wards} />}
      <FilesSection {...model} />
    </Page>
  );
}

const POLARITY = {
  'more is worse': 'Fewer is better.',
  'more is better': 'More is better.',
  neither: 'Neither more nor fewer is better.',
} as const;

function ChooseArea({ measure, area, areas }: MeasurePageModel) {
  const choices = areas.map((each) => ({ value: each.word, text: nameArea(each) }));
  const known = choices.some(({ value }) => value === area.word);
  return (
    <form class="w-form" action={`/performance/measures/${measure.name}`} method="get">
      <SelectField
        id="area"
        name="area"
        label="Area"
        value={area.word}
        choices={known ? choices : [{ value: area.word, text: nameArea(area) }, ...choices]}
      />
      <Button text="Show" secondary />
    </form>
  );
}

/** Where the months, their revisions and the files are. */
function FilesSection({ measure, area, chart }: MeasurePageModel) {
  const single = area.areaCodes.length === 1 ? area.areaCodes[0] : null;
  const query = single === null || single === undefined ? '' : `?area=${encodeURIComponent(single)}`;
  return (
    <section class="w-section w-noprint" aria-labelledby="files">
      <h2 class="w-h2" id="files">
        Where the figures come from
      </h2>
      <ul class="w-body-list">
        <li>
          <a class="govuk-link" href={`/measures/${encodeURIComponent(measure.name)}${query}`}>
            Every month held, which are doubtful, and what it counts
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`/measures/${encodeURIComponent(measure.name)}${query}#revisions`}>
            What publications revised since
          </a>
        </li>
        {chart === null ? null : (
          <li>
            <a class="govuk-link" href={chartFileAddress(measure.name, area.word, 'csv')} download>
              Download the chart’s points (CSV)
            </a>{' '}
            ·{' '}
            <a class="govuk-link" href={chartFileAddress(measure.name, area.word, 'json')}>
              as JSON
            </a>
          </li>
        )}
        {single === null || single === undefined ? null : (
          <li>
            <a class="govuk-link" href={`/measures/${measure.name}/${measure.name}-${single}.csv`} download>
              Download every month (CSV)
            </a>{' '}
            ·{' '}
            <a class="govuk-link" href={`/measures/${measure.name}/${measure.name}-${single}.json`}>
              as JSON
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
