import { monthName } from '../../lib/calendar/month.ts';
import { compareCounts } from '../../lib/statistics/counts/index.ts';
import { boroughsOn } from '../../organisation/index.ts';
import { listUnits } from '../../organisation/service.ts';
import { may, type Place, published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { keptAnswers } from '../../platform/workers/index.ts';
import type { SearchesFound } from '../../sources/index.ts';
import { searchedMonths, searchesByEthnicity, searchesState } from '../../sources/service.ts';
import { findPerformanceArea } from '../areas/areas-service.ts';
import { leastCount } from '../comparison/small-numbers.ts';
import { seesCounts } from '../disclosure/sees-counts-service.ts';
import type { PerformanceArea, Period } from '../model.ts';
import { parsePeriod, periodTo } from '../periods/parse-period.ts';
import { breakDown } from './break-down.ts';
import { type CompareOptions, compareGroups } from './compare-groups.ts';
import { COMPARED_WITH, ETHNIC_GROUPS, type EthnicGroup } from './ethnic-groups.ts';
import { findRates } from './find-rates.ts';
import type {
  ComparedWithin,
  Disproportionality,
  DisproportionalityAsked,
  DisproportionalityRefused,
  WardRow,
} from './model.ts';
import { roundInterval, roundRatio } from './round-ratio.ts';
import { OBJECT_CHOICES, OUTCOME_CHOICES } from './say-search.ts';
import { addGroups, isOfPerson, type SearchedArea, searchesByGroup } from './searched-area.ts';
import { type SmallAreas, smallAreasOf } from './small-areas-service.ts';
import { victimsByGroup } from './victims-service.ts';

/** Answers are of public figures, by whether wards and few victims are among them; else the same for whoever asks. */
const answers = keptAnswers<Disproportionality | DisproportionalityRefused>(200);
const smallAreas = keptAnswers<SmallAreas>(60);

type Asked = DisproportionalityAsked & { asAt: string };
const DEFAULT_PERIOD = 'rolling12';

/**
 * Stop and search in a borough or command unit by ethnicity, against its residents, within small areas. Wards and clusters
 * are for staff: searches by ethnicity in them are about few people.
 */
export const disproportionality = published(
  'performance.disproportionality',
  async (platform: Platform, asked: Asked): Promise<Disproportionality | DisproportionalityRefused> => {
    const refused = refuseWords(asked);
    if (refused !== null) return refuse(refused);
    const found = await findPerformanceArea(platform, { word: asked.area, asAt: asked.asAt });
    if (found.kind === 'refused') return found;
    const { area } = found;
    const seesWards = may(platform.principal, {
      module: 'performance',
      act: 'read',
      place: await placeOf(platform, area, asked.asAt),
    });
    const because = refuseArea(area, seesWards);
    if (because !== null) {
      const { boroughCode: word, boroughName: name } = area;
      return { kind: 'refused', because, near: word === null ? [] : [{ word, name: name ?? word }] };
    }
    const period = await periodMeant(platform, asked.period ?? DEFAULT_PERIOD);
    if (period.kind === 'refused') return period;
    // Victims are given out as who asks may see them.
    const seesAll = (await seesCounts(platform, [area]))(area);
    const settled = { asked, area, period: period.period, seesWards, seesAll };
    const state = await searchesState(platform);
    return answers(JSON.stringify([state, settled]), () => compare(platform, state, settled));
  },
);

const refuse = (because: string): DisproportionalityRefused => ({ kind: 'refused', because, near: [] });

function refuseWords({ object, outcome }: Asked): string | null {
  const unknown = (what: string, word: string | null, choices: readonly { value: string }[]): string | null =>
    word === null || choices.some(({ value }) => value === word)
      ? null
      : `There is no ${what} "${word}": give ${choices.map(({ value }) => value).join(', ')}.`;
  return unknown('object of searches', object, OBJECT_CHOICES) ?? unknown('outcome', outcome, OUTCOME_CHOICES);
}

/** Where the area lies, for whom may see it. */
async function placeOf(platform: Platform, area: PerformanceArea, asAt: string): Promise<Place> {
  const units = await listUnits(platform.records);
  const borough = area.kind === 'borough' ? area.word : (area.boroughCode ?? undefined);
  const unit = units.find((each) =>
    area.kind === 'unit' ? each.name === area.word : boroughsOn(each, asAt).some(({ code }) => code === borough),
  );
  return { unit: unit?.name, borough, ...(area.kind === 'ward' ? { ward: area.word } : {}) };
}

function refuseArea({ kind, name }: PerformanceArea, seesWards: boolean): string | null {
  if (kind === 'lsoa' || kind === 'force') {
    return 'Searches are compared with residents for a borough or command unit: name one.';
  }
  if ((kind === 'ward' || kind === 'cluster') && !seesWards) {
    return `Searches by ethnicity in ${name} are about few people, so they are not given out: ask for its borough, or sign in.`;
  }
  return null;
}

async function periodMeant(
  platform: Platform,
  text: string,
): Promise<{ kind: 'period'; period: Period } | DisproportionalityRefused> {
  const held = await searchedMonths(platform);
  if (held === null)
    return { ...refuse('No stops and searches of data.police.uk are published here yet.'), nothingHeld: true };
  const read = parsePeriod(text);
  if (read.kind === 'refused') return refuse(read.because);
  const period = read.kind === 'period' ? read.period : periodTo(read.span, held.to, text);
  if (period.from < held.from || period.to > held.to) {
    return refuse(
      `Searches are held from ${monthName(held.from)} to ${monthName(held.to)}: give a period within it, such as rolling12:${held.to}.`,
    );
  }
  return { kind: 'period', period };
}

interface Settled {
  asked: Asked;
  area: PerformanceArea;
  period: Period;
  seesWards: boolean;
}

async function compare(
  platform: Platform,
  state: string,
  { asked, area, period, seesWards }: Settled,
): Promise<Disproportionality | DisproportionalityRefused> {
  const smallOf = (within: ComparedWithin | null): Promise<SmallAreas> =>
    smallAreas(JSON.stringify([state, area, within, asked.asAt]), () =>
      smallAreasOf(platform.records, area, within, asked.asAt),
    );
  const small = await smallOf(asked.within);
  if (small.kind === 'refused') return refuse(small.because);
  const found = await searchesByEthnicity(platform, {
    ...{ version: small.version, areaCodes: small.areas.map(({ areaCode }) => areaCode) },
    ...{ from: period.from, to: period.to },
  });
  if (found.kind === 'refused') return refuse(found.because);
  if (found.months.length === 0) return refuse('No file of a force that polices this area is held of these months.');
  const areas = peopleSearched(small.areas, found);
  const { by, object, outcome } = asked;
  const least = leastCount(asked.asAt);
  const options: CompareOptions = {
    by,
    object,
    outcome,
    months: found.months.length,
    least,
    used: groupsUsed(found, by),
  };
  const all = addGroups(areas.map(({ counts }) => searchesByGroup(counts, options)));
  return {
    ...{
      kind: 'shown',
      area,
      period,
      by,
      object,
      outcome,
      within: small.within,
      smallAreas: small.areas.length,
      least,
    },
    rows: compareGroups(areas, options),
    objects: breakDown(areas, 'object', options),
    outcomes: breakDown(areas, 'outcome', options),
    finds: findRates(areas, options),
    behind: behindOf(found, all),
    victims: await victimsByGroup(platform, { area, period, residents: residentsOf(small.areas), least }),
    wards: seesWards
      ? await wardRows(platform, { small, areas, period, options, wardsOf: () => smallOf('wards') })
      : null,
    vintages: [...new Set([...found.vintages, small.vintage])],
    files: found.files,
    synthetic: small.synthetic,
  };
}

function peopleSearched(
  places: readonly { cluster: string; residents: Record<EthnicGroup, number> }[],
  found: SearchesFound,
): SearchedArea[] {
  return places.map(({ cluster, residents }, at) => ({
    ...{ cluster, residents },
    counts: (found.areas[at]?.counts ?? []).filter(isOfPerson),
  }));
}

function residentsOf(areas: readonly { residents: Record<EthnicGroup, number> }[]): Record<EthnicGroup, number> {
  const sum = (group: EthnicGroup): number => areas.reduce((total, { residents }) => total + residents[group], 0);
  return { black: sum('black'), asian: sum('asian'), mixed: sum('mixed'), other: sum('other'), white: sum('white') };
}

/** Groups that stand in the force's files of these months, wherever the searches were. */
function groupsUsed(found: SearchesFound, by: Asked['by']): Set<EthnicGroup> {
  const counts = [...found.unlocated, ...found.areas.flatMap((area) => area.counts)];
  const total = searchesByGroup(counts, { by, object: null, outcome: null });
  return new Set(ETHNIC_GROUPS.filter((group) => by === 'self' || total[group] > 0));
}

function behindOf(found: SearchesFound, all: ReturnType<typeof addGroups>): Disproportionality['behind'] {
  const sum = (counts: readonly { searches: number }[]): number =>
    counts.reduce((total, { searches }) => total + searches, 0);
  const here = found.areas.flatMap(({ counts }) => counts);
  return {
    people: Object.values(all).reduce((total, each) => total + each, 0),
    unknown: all.unknown,
    vehiclesOnly: sum(here.filter((count) => !isOfPerson(count))),
    unlocated: sum(found.unlocated),
    ...{ located: found.located, outside: found.outsideEveryArea },
    ...{ monthsHeld: found.months.length, missingMonths: found.missing },
  };
}

interface WardsAsked {
  small: Extract<SmallAreas, { kind: 'found' }>;
  areas: readonly SearchedArea[];
  period: Period;
  options: CompareOptions;
  wardsOf: () => Promise<SmallAreas>;
}

/** Each ward by itself; null where wards cannot be had. */
async function wardRows(platform: Platform, asked: WardsAsked): Promise<WardRow[] | null> {
  const { small, period, options, wardsOf } = asked;
  if (small.within === 'wards')
    return asked.areas.map((each, at) => wardRow(small.areas[at]?.name ?? '', each, options));
  const wards = await wardsOf();
  if (wards.kind === 'refused') return null;
  const found = await searchesByEthnicity(platform, {
    ...{ version: wards.version, areaCodes: wards.areas.map(({ areaCode }) => areaCode) },
    ...{ from: period.from, to: period.to },
  });
  if (found.kind === 'refused') return null;
  return peopleSearched(wards.areas, found).map((each, at) => wardRow(wards.areas[at]?.name ?? '', each, options));
}

function wardRow(ward: string, { counts, residents }: SearchedArea, options: CompareOptions): WardRow {
  const { unknown, ...searches } = searchesByGroup(counts, options);
  const few = searches.black < options.least || searches[COMPARED_WITH] < options.least;
  if (few || residents.black === 0) return { ward, searches, unknown, ratio: null, interval: null };
  const exposure: [number, number] = [residents.black, residents[COMPARED_WITH]];
  const { ratio, interval } = compareCounts(searches.black, searches[COMPARED_WITH], { exposure });
  return { ward, searches, unknown, ratio: roundRatio(ratio), interval: roundInterval(interval) };
}
