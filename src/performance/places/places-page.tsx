import { monthName } from '../../lib/calendar/month.ts';
import { Answer } from '../../ui/answer.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TableLinks } from '../../ui/table-links.tsx';
import { withAsked } from '../pages/home/period-choices.ts';
import { sayPublication } from '../pages/say-publication.ts';
import { BoroughsSection } from './boroughs-section.tsx';
import type { PlacesComparison, PlacesPageModel, PlacesRefused } from './model.ts';
import { placesAddress } from './places-address.ts';
import { MARGIN_UNKNOWN, sayHarm, sayNoTrust, sayPlaces } from './say-places.ts';
import { SmallPlacesSection } from './small-places-section.tsx';

/** Crime and trust: the boroughs on both axes, wards and LSOAs on the one that can be said of them. */
export function PlacesPage(model: PlacesPageModel) {
  const { unit, shown, asked } = model;
  const places = shown.kind === 'places' ? shown : null;
  return (
    <Page
      title="Crime and trust"
      active="/performance"
      unit={unit}
      synthetic={places?.synthetic ?? false}
      {...(places === null ? {} : { figuresTo: monthName(places.period.to) })}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Performance', href: '/performance' },
        { text: 'Crime and trust' },
      ]}
    >
      <h1 class="w-title">
        <span class="w-over">{places === null ? 'Performance' : `${places.place.name} · ${places.period.label}`}</span>
        Where is crime high and trust low?
      </h1>
      {shown.kind === 'places' ? <Said shown={shown} /> : <Refused {...shown} />}
      <ChoosePlaces {...model} />
      {places === null ? null : (
        <>
          <Panel title="What can be said of wards and smaller places">
            <p class="w-body">{sayNoTrust(asked.level)}</p>
            <p class="w-body">{sayHarm(places.harm)}</p>
          </Panel>
          <BoroughsSection shown={places} />
          <SmallPlacesSection shown={places} />
          <p class="w-note">
            {MARGIN_UNKNOWN} {places.synthetic ? 'Some figures are made up by Wardroom’s demonstration.' : ''}{' '}
            {sayPublication(places.vintages, places.files)}
          </p>
          <TableLinks
            tables={[
              { text: 'Download the places', csv: placesAddress(asked, 'csv'), json: placesAddress(asked, 'json') },
            ]}
          />
        </>
      )}
    </Page>
  );
}

function Said({ shown }: { shown: PlacesComparison }) {
  const { figure, rest } = sayPlaces(shown);
  return (
    <Answer figure={figure} synthetic={shown.synthetic}>
      {rest}
    </Answer>
  );
}

function Refused({ because, near }: PlacesRefused) {
  return (
    <Panel title="That could not be shown" warn>
      <p class="w-body">{because}</p>
      {near.length === 0 ? null : (
        <LinkList links={near.map(({ word, name }) => ({ href: placesAddress({ place: word }), text: name }))} />
      )}
    </Panel>
  );
}

function ChoosePlaces({ asked, choices, shown }: PlacesPageModel) {
  const place = (shown.kind === 'places' ? shown.place.word : asked.place) ?? choices[0]?.word ?? '';
  return (
    <form class="w-form" action="/performance/places" method="get">
      <SelectField
        id="area"
        name="area"
        label="Places of"
        value={place}
        choices={withAsked(
          choices.map(({ word, name, kind }) => ({ value: word, text: kind === 'unit' ? name : `${name} (${kind})` })),
          place,
        )}
      />
      <SelectField
        id="level"
        name="level"
        label="Shown by"
        value={asked.level}
        choices={[
          { value: 'wards', text: 'Ward' },
          { value: 'lsoas', text: 'LSOA (about 1,700 people)' },
        ]}
      />
      {asked.period === null ? null : <input type="hidden" name="period" value={asked.period} />}
      <Button text="Show" secondary />
    </form>
  );
}
