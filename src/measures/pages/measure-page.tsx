import { addMonths, monthName } from '../../lib/calendar/month.ts';
import { Page } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SyntheticMark } from '../../ui/synthetic-mark.tsx';
import { isOfVintage } from '../named-vintage.ts';
import { otherVintagesSaid } from '../say-other-vintages.ts';
import { AboutMeasure } from './about-measure.tsx';
import { AreaChart } from './area-chart.tsx';
import { ChoosePlace } from './choose-place.tsx';
import { CompletenessSection } from './completeness-section.tsx';
import { DownloadsSection } from './downloads-section.tsx';
import { measurePageAddress } from './measure-address.ts';
import type { MeasurePageModel } from './model.ts';
import { MonthsTable } from './months-table.tsx';
import { RevisionsSection } from './revisions-section.tsx';
import { sayLatest, saySet } from './say-measure.ts';

/** One measure: its figures for a place, how complete they are, what changed, what it counts, and all of it as files. */
export function MeasurePage(model: MeasurePageModel) {
  const { unit, measure, place, shown } = model;
  const synthetic = shown.some(({ series }) => series.synthetic);
  const figuresTo = shown
    .map(({ series: { firstMonth, values } }) =>
      addMonths(
        firstMonth,
        values.findLastIndex((value) => value !== null),
      ),
    )
    .toSorted()
    .at(-1);
  return (
    <Page
      title={measure.title}
      active="/measures"
      unit={unit}
      synthetic={synthetic}
      {...(figuresTo === undefined ? {} : { figuresTo: monthName(figuresTo) })}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Measures', href: '/measures' }, { text: measure.title }]}
    >
      <h1 class="w-title">
        <span class="w-over">{place.name}</span>
        {measure.title}
      </h1>
      <p class="w-lead">{measure.definition}</p>
      <ChoosePlace {...model} />
      {shown.length === 0 ? <NoFigures {...model} /> : <Figures model={model} synthetic={synthetic} />}
      <AboutMeasure {...model} />
    </Page>
  );
}

function Figures({ model, synthetic }: { model: MeasurePageModel; synthetic: boolean }) {
  const { measure, shown } = model;
  return (
    <>
      <p class="w-answer">
        <b>{shown.map(({ area, series }) => sayLatest(measure, area.name, series)).join('; ')}.</b>
        {synthetic ? ' ' : null}
        {synthetic ? <SyntheticMark /> : null}
      </p>
      <VintageShown {...model} />
      <section class="w-section" aria-labelledby="by-month">
        <h2 class="w-h2" id="by-month">
          {measure.every === 'once' ? 'The figures' : 'Month by month'}
        </h2>
        <div class={shown.length > 1 ? 'w-cols w-cols--half' : 'w-cols'}>
          {shown.map((each) => (
            <AreaChart key={each.area.code} measure={measure} shown={each} alone={shown.length === 1} />
          ))}
        </div>
        <MonthsTable measure={measure} shown={shown} />
      </section>
      <CompletenessSection {...model} />
      <RevisionsSection {...model} />
      <DownloadsSection {...model} />
    </>
  );
}

/** Which vintage is shown, and why that one. */
function VintageShown({ measure, place, shown, vintages, vintageAsked }: MeasurePageModel) {
  const vintage = shown[0]?.series.vintage;
  const others = vintages.filter((each) => vintage === undefined || !isOfVintage(vintage, each));
  const converted = shown.some(({ series }) => series.convertedFrom !== null);
  return (
    <p class="w-body">
      The vintage <b>{vintage}</b> is shown
      {vintageAsked !== null ? (
        <>
          , because you chose it.{' '}
          <a class="govuk-link" href={measurePageAddress(measure.name, { area: place.word })}>
            Show the one chosen by itself
          </a>
          .
        </>
      ) : others.length === 0 ? (
        ': no other is held.'
      ) : (
        `: of the ${vintages.length} held, the one imported last that covers most of ${place.name}${converted ? '' : ' with figures of its own'}.`
      )}{' '}
      Vintages are never mixed in one series.
      {(shown[0] === undefined ? [] : otherVintagesSaid(shown[0].series)).map((other) => (
        <>
          {' '}
          {other.months} held in the vintage{' '}
          <a class="govuk-link" href={measurePageAddress(measure.name, { area: place.word, vintage: other.vintage })}>
            {other.vintage}
          </a>
          .
        </>
      ))}
    </p>
  );
}

function NoFigures({ measure, place, vintageAsked, hidden }: MeasurePageModel) {
  if (hidden)
    return (
      <Panel title={`No figures are shown for ${place.name}`}>
        <p class="w-body">Not shown: fewer than 5, or would reveal such a figure.</p>
      </Panel>
    );
  const sets = [...new Set(measure.held.flatMap(({ boundaryVersions }) => boundaryVersions.map(saySet)))];
  return (
    <Panel
      title={`No figures are held for ${place.name}${vintageAsked === null ? '' : ` in the vintage ${vintageAsked}`}`}
    >
      <p class="w-body">
        {sets.length === 0
          ? 'No file that has this measure was imported. '
          : `There are figures of ${sets.join(', ')}. `}
        <a class="govuk-link" href="/import">
          Import a file that has them
        </a>
        .
      </p>
    </Panel>
  );
}
