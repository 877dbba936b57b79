import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { percent } from '../../ui/percent.ts';
import type { BoroughPlace, HarmMeasure, PlaceLevel, PlacesComparison } from './model.ts';

/** What no survey held says of a ward or an LSOA. */
export function sayNoTrust(level: PlaceLevel): string {
  const one = level === 'wards' ? 'a ward' : 'an LSOA';
  return `Trust cannot be said for ${one}: the Public Attitude Survey is by borough only, and a borough’s share is not that of any part of it. Deprivation is not trust either, so nothing stands in for it here.`;
}

/** What stands for harm, where harm itself is not held. */
export function sayHarm({ measure, weighted }: HarmMeasure): string {
  return weighted
    ? 'Harm is recorded crime, each offence with its weight in the table of weights imported.'
    : `No table of harm weights is held, so harm is missing: ${measure.title.toLowerCase()}, counted and not weighed, is shown in its place.`;
}

/** How sure the survey is. */
export const MARGIN_UNKNOWN =
  'Margin unknown: the published survey does not say how many were asked. With 400 interviews a share is known to about 5 percentage points either way, with 100 to about 10.';

/** Where a borough lies on both axes. */
export function saySide({ side }: BoroughPlace): string {
  if (side === null) return 'Not known on both axes.';
  const trust =
    side.trust === 'near'
      ? 'trust too near the middle to tell apart'
      : `trust ${side.trust} by more than 10 percentage points`;
  return `${side.harm === 'higher' ? 'Higher' : 'Lower'} rate than the middle borough; ${trust}.`;
}

/** Whether crime is high and trust low, as far as either can be told. */
export function isHighAndLow(side: BoroughPlace['side']): boolean {
  return side?.harm === 'higher' && side.trust === 'lower';
}

/** The sentence that answers the page. */
export function sayPlaces({ boroughs, harm, surveyMonth, middle }: PlacesComparison): { figure: string; rest: string } {
  const known = boroughs.filter(({ side }) => side !== null);
  if (surveyMonth === null) {
    return {
      figure: 'Crime and trust cannot be set beside each other yet: no survey by borough is held for this time.',
      rest: 'Import the Public Attitude Survey to see the boroughs on both axes.',
    };
  }
  if (middle === null || known.length < 3) {
    return {
      figure: `${known.length === 0 ? 'No borough has' : 'Fewer than three boroughs have'} both figures, so none can be called high or low.`,
      rest: 'Import the files of all boroughs to see them beside each other.',
    };
  }
  const rate = harm.weighted ? 'harm' : harm.measure.title.toLowerCase();
  const worst = known.filter(({ side }) => isHighAndLow(side)).map(({ area }) => area.name);
  return {
    figure:
      worst.length === 0
        ? `None of the ${known.length} boroughs has both a higher rate of ${rate} than the middle borough and trust lower by more than 10 percentage points.`
        : `${worst.length} of the ${known.length} boroughs ${worst.length === 1 ? 'has' : 'have'} both a higher rate of ${rate} than the middle borough and trust lower by more than 10 percentage points: ${andList(worst)}.`,
    rest: `In the middle borough ${percent(middle.trust, 0)} of those asked in the quarter to ${monthName(surveyMonth)} trusted the police. How sure that is nobody can tell: the published survey does not say how many were asked.`,
  };
}
