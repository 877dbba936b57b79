import { z } from 'zod';
import { addMonths, type Month } from '../../lib/calendar/month.ts';
import type { Forecast, MonthlyCounts } from '../../lib/statistics/forecast/index.ts';
import { CATALOGUE, findMeasure, HARM_WEIGHTED_CRIME, type Measure } from '../../measures/index.ts';
import { availableMeasures } from '../../measures/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentHash } from '../../platform/publication/index.ts';
import { TooManyRequests } from '../../platform/web/named-errors.ts';
import { boundedQueue, keptAnswers, runInWorker, TURNED_AWAY } from '../../platform/workers/index.ts';
import { findPerformanceArea, wardsOfArea } from '../areas/areas-service.ts';
import { countIn } from '../figures/count-in.ts';
import { monthlyFigures } from '../figures/figures-service.ts';
import { hasHidden, NOT_SHOWN } from '../figures/not-shown.ts';
import type { MonthlyFigures, PerformanceArea } from '../model.ts';
import { nearestNames } from '../sets/nearest-names.ts';
import type { AreaExpectation, AreaToExpect, Expectation, ExpectationRefused } from './model.ts';
import { lastUsableMonth, monthsToLearnFrom } from './months-to-learn-from.ts';

/** Of what the next year is asked. */
export interface ExpectationAsked {
  /** Name in the catalogue; null for residential burglary or, where that is not held, the first that is. */
  measure: string | null;
  /** null for the first command unit. */
  place: string | null;
  today: string;
}

const FIRST_SHOWN = 'residential-burglary';

/**
 * What the next twelve months are expected to bring, in a place and each of its wards: given only where such expectations
 * of years held back came nearer than the year before. Reckoned in a worker, and kept for who asks the same.
 * @throws TooManyRequests when too many questions wait already
 */
export const expectNextYear = published(
  'performance.expect-next-year',
  async (platform: Platform, asked: ExpectationAsked): Promise<Expectation | ExpectationRefused> => {
    const found = await findPerformanceArea(platform, { word: asked.place, asAt: asked.today });
    if (found.kind === 'refused') return found;
    const measure = asked.measure === null ? await firstShown(platform, asked) : findMeasure(asked.measure);
    if (measure === null || !isExpected(measure)) return noSuchMeasure(asked.measure ?? '');
    const { area: place } = found;
    const [own] = await monthlyFigures(platform, { measures: [measure.name], areas: [place], vintage: null });
    const lastOwn = own === undefined ? null : lastUsableMonth(own);
    if (own === undefined || lastOwn === null) {
      const of = measure.title.toLowerCase();
      const because =
        own !== undefined && hasHidden(own)
          ? NOT_SHOWN
          : `No figures of ${of} are held for ${place.name}: choose another measure, or import a file that has them.`;
      return { kind: 'refused', because, near: [] };
    }
    // Figures of wards may come with another publication than those of the place.
    const wards = await wardsOfArea(platform, place, asked.today);
    const figures = [
      own,
      ...(await monthlyFigures(platform, { measures: [measure.name], areas: wards, vintage: null })),
    ];
    // One year for all: from the last month that is held of each.
    const learnedTo = figures.reduce((first, each) => earlier(first, lastUsableMonth(each)), lastOwn);
    return {
      ...{
        kind: 'expectation',
        measure,
        place,
        learnedTo,
        from: addMonths(learnedTo, 1),
        to: addMonths(learnedTo, 12),
      },
      vintage: [...new Set(figures.map((each) => each.vintage))].toSorted().join(' and '),
      synthetic: own.synthetic,
      files: [...new Set(figures.flatMap((each) => each.files))].toSorted(),
      areas: await expectationsOf([place, ...wards], figures, learnedTo),
    };
  },
);

const earlier = (first: Month, other: Month | null): Month => (other !== null && other < first ? other : first);

/** What the next twelve months are expected to bring in one area; null for what is no count by month, and without figures. */
export const expectOfArea = published(
  'performance.expect-of-area',
  async (_records: Records, figures: MonthlyFigures): Promise<AreaToExpect | null> => {
    const measure = findMeasure(figures.measure);
    const learnedTo = lastUsableMonth(figures);
    if (measure === null || !isExpected(measure) || learnedTo === null) return null;
    const [own] = await expectationsOf([figures.area], [figures], learnedTo);
    const span = { from: addMonths(learnedTo, 1), to: addMonths(learnedTo, 12) };
    return own === undefined ? null : { ...own, ...span, synthetic: figures.synthetic };
  },
);

/** Measures of which a year can be expected in a place: counts by month that are held of it. */
export const expectedMeasures = published(
  'performance.expected-measures',
  async (platform: Platform, { place, today }: Pick<ExpectationAsked, 'place' | 'today'>): Promise<Measure[]> => {
    const found = await findPerformanceArea(platform, { word: place, asAt: today });
    if (found.kind === 'refused') return [];
    const { areaCodes, boundaryVersion } = found.area;
    const available = await availableMeasures(platform.records, { areaCodes, boundaryVersion });
    return available.map(({ measure }) => measure).filter(isExpected);
  },
);

async function firstShown(platform: Platform, asked: ExpectationAsked): Promise<Measure | null> {
  const held = await expectedMeasures(platform, asked);
  return held.find(({ name }) => name === FIRST_SHOWN) ?? held[0] ?? findMeasure(FIRST_SHOWN);
}

function isExpected({ name, every, adds }: Measure): boolean {
  return every === 'month' && adds && name !== HARM_WEIGHTED_CRIME;
}

function noSuchMeasure(name: string): ExpectationRefused {
  const names = CATALOGUE.filter(isExpected).map((each) => each.name);
  const near = nearestNames(name, names, (each) => each);
  const because = `No year can be expected of "${name}": ${near.length > 0 ? `did you mean ${near.map((each) => `"${each}"`).join(' or ')}?` : 'name a measure that is counted by month, such as "residential-burglary".'}`;
  return { kind: 'refused', because, near: [] };
}

async function expectationsOf(
  areas: readonly PerformanceArea[],
  figures: readonly MonthlyFigures[],
  learnedTo: Month,
): Promise<AreaExpectation[]> {
  const ofWord = new Map(figures.map((each) => [each.area.word, each]));
  const held = areas.flatMap(({ word }) => ofWord.get(word) ?? []);
  const forecasts = await forecast(held.map((each) => monthsToLearnFrom(each, learnedTo)));
  const forecastOf = new Map(held.map(({ area }, at) => [area.word, forecasts[at]]));
  const lastYear = { from: addMonths(learnedTo, -11), to: learnedTo };
  return areas.map((area) => {
    const own = ofWord.get(area.word);
    return {
      area,
      lastYear: own === undefined ? null : countIn(own, lastYear),
      forecast: forecastOf.get(area.word) ?? { kind: 'no figures' },
    };
  });
}

/** The answer comes from this very release: its outline is checked. */
const answerShape = z.array(
  z.custom<Forecast>((value) => typeof value === 'object' && value !== null && 'kind' in value),
);
const WORKER = new URL('../../lib/statistics/forecast/index.ts', import.meta.url);
const LIMITS = { timeLimitMilliseconds: 60_000, memoryLimitMegabytes: 256 };
const inTurn = boundedQueue({ atOnce: 1, waiting: 8 });
const kept = keptAnswers<Forecast[]>(200);

async function forecast(questions: readonly MonthlyCounts[]): Promise<Forecast[]> {
  return kept(contentHash(questions), async () => {
    const answer = await inTurn(() => runInWorker(WORKER, 'forecastYears', [questions], LIMITS));
    if (answer === TURNED_AWAY)
      throw new TooManyRequests('Many others ask what to expect at this moment: try again in a minute.');
    return answerShape.parse(answer);
  });
}
