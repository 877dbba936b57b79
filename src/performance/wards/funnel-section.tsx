import { monthRange } from '../../lib/calendar/month.ts';
import { AtWidths } from '../../ui/at-widths.tsx';
import { Figure } from '../../ui/figure.tsx';
import type { FunnelPoint } from '../../ui/funnel-geometry.ts';
import { FunnelPlot } from '../../ui/funnel-plot.tsx';
import type { WardsAsked, WardsComparison } from './model.ts';
import { sayRate, standingOf } from './say-wards.ts';
import { wardsAddress } from './wards-address.ts';

/** The wards as a funnel: each rate by how many live there, between the lines that chance, or wards here, usually keep. */
export function FunnelSection({ shown, asked }: { shown: WardsComparison; asked: WardsAsked }) {
  const { measure, period, wards, ratePer1000, dispersedLimits, countsLimits } = shown.beside;
  const { countsTest } = asked;
  if (ratePer1000 === null) return null;
  const points = wards.flatMap(({ area, rated }): FunnelPoint[] =>
    rated === null
      ? []
      : [
          {
            ...{ code: area.word, name: area.name, exposure: rated.residents, value: rated.ratePer1000 },
            outside: standingOf(rated, countsTest).outside,
          },
        ],
  );
  const months = monthRange(period.from, period.to).length;
  return (
    <section class="w-section" aria-labelledby="funnel">
      <h2 class="w-h2" id="funnel">
        How far apart are they, for their size?
      </h2>
      <Figure
        title={`${measure.title}: ${sayRate(ratePer1000)} for each 1,000 residents in all ${points.length} wards together`}
        synthetic={shown.synthetic}
        sub={`${measure.title} for each 1,000 residents over ${months === 1 ? 'one month' : `${months} months`}, ${period.label}, by how many residents a ward has. The named wards lie outside the 95% lines.`}
      >
        <AtWidths wide={900}>
          {(width) => (
            <FunnelPlot
              points={points}
              limits={countsTest ? countsLimits : dispersedLimits}
              average={ratePer1000}
              width={width}
              what={`${measure.title.toLowerCase()} for each 1,000 residents, ${points.length} wards`}
              exposureUnit="residents"
              valueUnit="for each 1,000 residents"
            />
          )}
        </AtWidths>
      </Figure>
      <p class="w-body">
        {countsTest
          ? 'The lines are those of chance alone: of wards that are all alike, at most 5 in 100 lie outside the 95% lines and 2 in 1,000 outside the 99.8% lines. Wards are never all alike, so most may lie outside, and that is no finding about any of them. '
          : 'The lines allow for chance and for how much wards here usually differ, measured without the most extreme tenth at each end. Of wards that differ only so, about 5 in 100 lie outside the 95% lines and 2 to 5 in 1,000 outside the 99.8% lines. '}
        <a class="govuk-link" href={wardsAddress({ ...asked, countsTest: !countsTest })}>
          {countsTest ? 'Allow for how wards usually differ' : 'Show the lines of chance alone'}
        </a>
      </p>
    </section>
  );
}
