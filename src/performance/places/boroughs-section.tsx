import { monthName } from '../../lib/calendar/month.ts';
import { AtWidths } from '../../ui/at-widths.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Figure } from '../../ui/figure.tsx';
import { percent } from '../../ui/percent.ts';
import { ScatterPlot } from '../../ui/scatter-plot.tsx';
import { sayRate } from '../wards/say-wards.ts';
import type { BoroughPlace, PlacesComparison } from './model.ts';
import { isHighAndLow, saySide } from './say-places.ts';

/** The boroughs of the force on both axes, and every figure by name. */
export function BoroughsSection({ shown }: { shown: PlacesComparison }) {
  const { boroughs, harm, middle, period, surveyMonth, synthetic } = shown;
  const points = boroughs.flatMap(({ area, ratePer1000, trust, side, here }) =>
    ratePer1000 === null || trust === null
      ? []
      : [
          {
            ...{ code: area.word, name: area.name, across: ratePer1000, up: trust },
            named: here || isHighAndLow(side),
            full: isHighAndLow(side),
          },
        ],
  );
  return (
    <section class="w-section" aria-labelledby="boroughs">
      <h2 class="w-h2" id="boroughs">
        Borough by borough, crime and trust
      </h2>
      {middle === null || surveyMonth === null ? null : (
        <Figure
          title={`${harm.measure.title} and trust in ${points.length} boroughs`}
          synthetic={synthetic}
          sub={`Across: ${harm.measure.title.toLowerCase()} for each 1,000 residents, ${period.label}. Up: share who trust the police, quarter to ${monthName(surveyMonth)}, margin unknown. Dotted: the middle borough. Full dots: a higher rate, and trust lower by more than 10 percentage points. Named: those, and the boroughs chosen.`}
        >
          <AtWidths wide={900}>
            {(width) => (
              <ScatterPlot
                points={points}
                middle={{ across: middle.harm, up: middle.trust }}
                width={width}
                what={`${harm.measure.title.toLowerCase()} for each 1,000 residents against trust in the police`}
                acrossUnit="for each 1,000 residents"
                upUnit="trust the police"
              />
            )}
          </AtWidths>
        </Figure>
      )}
      <DataTable<BoroughPlace>
        id="borough-places"
        caption="Boroughs by name"
        sub="Not ranked. Trust is of the whole borough, with a margin that is unknown."
        synthetic={synthetic}
        columns={[
          { head: 'Borough', rowHeader: true, cell: ({ area }) => area.name },
          {
            head: `${harm.measure.title}, for each 1,000`,
            number: true,
            cell: ({ ratePer1000 }) => (ratePer1000 === null ? '–' : sayRate(ratePer1000)),
          },
          {
            head: 'Range',
            number: true,
            cell: ({ rateInterval }) =>
              rateInterval === null ? '–' : `${sayRate(rateInterval[0])} to ${sayRate(rateInterval[1])}`,
          },
          { head: 'Trust', number: true, cell: ({ trust }) => (trust === null ? '–' : percent(trust, 0)) },
          { head: 'What it can bear', full: true, cell: (borough) => borough.missing ?? saySide(borough) },
        ]}
        rows={[...boroughs]}
        rowKey={({ area }) => area.word}
        isHere={({ here }) => here}
        phones="stack"
      />
    </section>
  );
}
