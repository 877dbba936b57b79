import { wardSetAsAt } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import { addMonths, type Month } from '../../lib/calendar/month.ts';
import { findMeasure, HARM_WEIGHTED_CRIME } from '../../measures/index.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { findPerformanceArea } from '../areas/areas-service.ts';
import { asPerformanceArea } from '../areas/name-areas.ts';
import { countIn } from '../figures/count-in.ts';
import { monthlyFigures } from '../figures/figures-service.ts';
import { heldMonths } from '../figures/held-months.ts';
import type { MonthlyFigures, PerformanceArea, Period } from '../model.ts';
import { parsePeriod, periodTo } from '../periods/parse-period.ts';
import type { HarmMeasure, PlaceLevel, PlacesAsked, PlacesComparison, PlacesRefused, SmallPlaces } from './model.ts';
import { harmOf, setAgainstMiddle } from './place-harm.ts';

export type PlacesQuestion = PlacesAsked & { today: string };

const TRUST = 'survey-trust';

/** What may stand for harm, the first that is held: harm itself, then counts that lie nearest to it. */
const HARM_MEASURES = [
  HARM_WEIGHTED_CRIME,
  'violence-and-robbery',
  'lsoa-street-violence-and-sexual-offences',
  'street-violence-and-sexual-offences',
];

/** Boroughs on the axes of harm and trust, and the wards or LSOAs of a place on that of harm alone. */
export const comparePlaces = published(
  'performance.compare-places',
  async (platform: Platform, asked: PlacesQuestion): Promise<PlacesComparison | PlacesRefused> => {
    const { records } = platform;
    const found = await findPerformanceArea(platform, { word: asked.place, asAt: asked.today });
    if (found.kind === 'refused') return found;
    const { area: place } = found;
    if (place.kind !== 'unit' && place.kind !== 'borough') {
      return refused(`Places are shown within a command unit or borough: ${place.name} is neither.`);
    }
    const areas = await areasOf(records, 'boroughs-2022');
    const figures = await monthlyFigures(platform, {
      measures: [...HARM_MEASURES, 'residents', TRUST],
      areas,
      vintage: null,
    });
    const period = periodOf(asked.period, figures);
    if ('because' in period) return period;
    const harm = harmHeld(figures, period);
    if (harm === null) {
      return refused(
        `No crime by borough is held for all of ${period.label}: choose another period, or import a file that has it.`,
      );
    }
    const survey = figures.filter(({ measure }) => measure === TRUST);
    const surveyMonth = lastWithValue(survey, period.to);
    const known = areas.map((area) => ({
      ...harmOf(area, harm, figures, period),
      trust: surveyMonth === null ? null : shareOf(survey, area, surveyMonth),
      here: place.areaCodes.includes(area.word),
    }));
    const small = await smallPlaces(platform, { place, level: asked.level, today: asked.today }, period);
    const used = [
      ...figures.filter(({ measure }) => measure === harm.measure.name || measure === 'residents' || measure === TRUST),
      ...small.used,
    ];
    return {
      ...{ kind: 'places', place, period, harm, surveyMonth },
      ...setAgainstMiddle(known, asked.today),
      small: small.shown,
      vintages: [...new Set(used.map(({ vintage }) => vintage))].toSorted(),
      files: [...new Set(used.flatMap(({ files }) => files))].toSorted(),
      synthetic: used.some(({ synthetic }) => synthetic),
    };
  },
);

async function areasOf(
  records: Records,
  version: PerformanceArea['boundaryVersion'],
  boroughCodes?: readonly string[],
): Promise<PerformanceArea[]> {
  const areas = await listAreas(records, { version, ...(boroughCodes === undefined ? {} : { boroughCodes }) });
  return areas.map(asPerformanceArea).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true }));
}

async function smallPlaces(
  platform: Platform,
  { place, level, today }: { place: PerformanceArea; level: PlaceLevel; today: string },
  period: Period,
): Promise<{ shown: SmallPlaces; used: MonthlyFigures[] }> {
  const version = level === 'wards' ? wardSetAsAt(today).version : 'lsoas-2021';
  const areas = await areasOf(platform.records, version, place.areaCodes);
  const figures = await monthlyFigures(platform, { measures: [...HARM_MEASURES, 'residents'], areas, vintage: null });
  const harm = harmHeld(figures, period);
  if (harm === null) return { shown: { level, harm, places: [] }, used: [] };
  return {
    shown: { level, harm, places: areas.map((area) => harmOf(area, harm, figures, period)) },
    used: figures.filter(({ measure }) => measure === harm.measure.name || measure === 'residents'),
  };
}

/** The first measure of harm that any area has for the whole of a period; null where there is none. */
function harmHeld(figures: readonly MonthlyFigures[], period: Period): HarmMeasure | null {
  for (const name of HARM_MEASURES) {
    const measure = findMeasure(name);
    const isHeld = figures.some((each) => each.measure === name && countIn(each, period) !== null);
    if (measure !== null && isHeld) return { measure, weighted: name === HARM_WEIGHTED_CRIME };
  }
  return null;
}

/** The period asked, or the twelve months to the last quarter of the survey, so that both axes are of one time. */
function periodOf(asked: string | null, figures: readonly MonthlyFigures[]): Period | PlacesRefused {
  const crimes = figures.filter(({ measure }) => HARM_MEASURES.includes(measure));
  const last = crimes
    .flatMap((each) => heldMonths(each)?.to ?? [])
    .toSorted()
    .at(-1);
  if (last === undefined) return refused('No crime by borough is held: import a file that has it.');
  const quarter = lastWithValue(
    figures.filter(({ measure }) => measure === TRUST),
    last,
  );
  if (asked === null) return periodTo('rolling12', quarter ?? last, `rolling12:${quarter ?? last}`);
  const read = parsePeriod(asked);
  if (read.kind === 'refused') return refused(read.because);
  return read.kind === 'period' ? read.period : periodTo(read.span, last, asked);
}

/** The last month, up to one, in which any of some series has a value. */
function lastWithValue(series: readonly MonthlyFigures[], until: Month): Month | null {
  const lasts = series.flatMap(({ firstMonth, values }) => {
    const at = values.findLastIndex((value, index) => value !== null && addMonths(firstMonth, index) <= until);
    return at === -1 ? [] : [addMonths(firstMonth, at)];
  });
  return lasts.toSorted().at(-1) ?? null;
}

function shareOf(survey: readonly MonthlyFigures[], { word }: PerformanceArea, month: Month): number | null {
  const series = survey.find(({ area }) => area.word === word);
  return series === undefined ? null : countIn(series, { from: month, to: month });
}

const refused = (because: string): PlacesRefused => ({ kind: 'refused', because, near: [] });
