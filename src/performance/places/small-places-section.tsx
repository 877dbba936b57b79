import { AtWidths } from '../../ui/at-widths.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import { Figure } from '../../ui/figure.tsx';
import { percent } from '../../ui/percent.ts';
import { StripPlot } from '../../ui/strip-plot.tsx';
import { wholeNumber } from '../../ui/whole-number.ts';
import { sayRate } from '../wards/say-wards.ts';
import type { PlaceHarm, PlacesComparison } from './model.ts';

/** Wards or LSOAs on the axis of harm, in a band for each borough that carries the borough's trust, named as such. */
export function SmallPlacesSection({ shown }: { shown: PlacesComparison }) {
  const { small, boroughs, period, synthetic } = shown;
  const noun = small.level === 'wards' ? 'Wards' : 'LSOAs';
  const { harm } = small;
  const strips = boroughs
    .filter(({ here }) => here)
    .map(({ area, trust }) => ({
      label: `${area.name}: ${trust === null ? 'trust is not held' : `${percent(trust, 0)} trust the police, of the whole borough`}`,
      points: small.places.flatMap(({ area: place, ratePer1000 }) =>
        ratePer1000 === null || place.boroughCode !== area.word
          ? []
          : [{ code: place.word, name: place.name, value: ratePer1000 }],
      ),
    }));
  return (
    <section class="w-section" aria-labelledby="small-places">
      <h2 class="w-h2" id="small-places">
        {noun}, by crime alone
      </h2>
      {harm === null ? (
        <p class="w-body">
          No crime by {small.level === 'wards' ? 'ward' : 'LSOA'} is held for all of {period.label}: import a file that
          has it, or choose {small.level === 'wards' ? 'LSOAs' : 'wards'}.
        </p>
      ) : (
        <>
          <Figure
            title={`${harm.measure.title}, ${noun === 'Wards' ? 'ward by ward' : 'LSOA by LSOA'}`}
            synthetic={synthetic}
            sub={`${harm.measure.title} for each 1,000 residents, ${period.label}. Each dot is ${noun === 'Wards' ? 'a ward' : 'an LSOA'} in the band of its borough; where it stands within the band says nothing, and the trust is the borough’s, not its own.`}
          >
            <AtWidths wide={900}>
              {(width) => (
                <StripPlot
                  strips={strips}
                  width={width}
                  what={`${harm.measure.title.toLowerCase()} for each 1,000 residents by ${noun.toLowerCase()}`}
                  unit="for each 1,000 residents"
                />
              )}
            </AtWidths>
          </Figure>
          {small.level === 'wards' ? (
            <PlacesTable shown={shown} />
          ) : (
            <Details summary={`All ${small.places.length} LSOAs`}>
              <PlacesTable shown={shown} />
            </Details>
          )}
        </>
      )}
    </section>
  );
}

function PlacesTable({ shown: { small, period, synthetic } }: { shown: PlacesComparison }) {
  const title = small.harm?.measure.title ?? '';
  return (
    <DataTable<PlaceHarm>
      id="small-places-table"
      caption={`${title} by ${small.level === 'wards' ? 'ward' : 'LSOA'}, ${period.label}`}
      sub="By name, not ranked. The range is where the true rate could lie (95%), by the count alone."
      synthetic={synthetic}
      columns={[
        { head: small.level === 'wards' ? 'Ward' : 'LSOA', rowHeader: true, cell: ({ area }) => area.name },
        { head: 'Borough', cell: ({ area }) => area.boroughName ?? '–' },
        { head: title, number: true, cell: ({ total }) => (total === null ? '–' : wholeNumber(total)) },
        {
          head: 'For each 1,000',
          number: true,
          cell: ({ ratePer1000 }) => (ratePer1000 === null ? '–' : sayRate(ratePer1000)),
        },
        {
          head: 'Range',
          number: true,
          cell: ({ rateInterval, missing }) =>
            rateInterval === null ? (missing ?? '–') : `${sayRate(rateInterval[0])} to ${sayRate(rateInterval[1])}`,
        },
      ]}
      rows={[...small.places]}
      rowKey={({ area }) => area.word}
      phones="stack"
    />
  );
}
