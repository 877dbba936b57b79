import type { Records } from '../platform/database/index.ts';
import { byMeasure } from './by-measure.ts';
import type { CandidateClaim } from './candidates.ts';
import { composeFrom, readAhead } from './compose-service.ts';
import { askAlong, type Conversion, convertAlong } from './convert-service.ts';
import type { Frame, VintageWanted } from './frame-service.ts';
import type { Series } from './model.ts';

/** Reads the series of some candidates, in one statement; each at most one for each area, in the order asked. */
export type CandidateReader = (candidates: readonly CandidateClaim[]) => Promise<Series[][]>;

/** A reader that remembers what it has read. */
export function readCandidates(records: Records, frame: Frame): CandidateReader {
  const known = new Map<CandidateClaim['route'], Map<string, Series[]>>();
  const knownOf = ({ route }: CandidateClaim): Map<string, Series[]> => {
    const ofRoute = known.get(route) ?? new Map<string, Series[]>();
    known.set(route, ofRoute);
    return ofRoute;
  };
  return async (candidates) => {
    const unread = candidates.filter((each) => !knownOf(each).has(keyOf(each)));
    if (unread.length > 0) {
      const series = await read(records, frame, unread);
      for (const [at, each] of unread.entries()) knownOf(each).set(keyOf(each), series[at] ?? []);
    }
    return candidates.map((each) => knownOf(each).get(keyOf(each)) ?? []);
  };
}

const keyOf = ({ vintage, measure }: CandidateClaim): string => `${measure.name} ${vintage}`;

async function read(records: Records, frame: Frame, candidates: readonly CandidateClaim[]): Promise<Series[][]> {
  const ofOwn = wantedOf(candidates.filter(({ own }) => own !== null));
  const expected = conversions(candidates, (candidate) => lacking(frame, candidate.own?.areas ?? new Set()));
  await readAhead(records, frame, [{ areas: frame.areas, wanted: ofOwn }, ...expected.map(askAlong)]);
  const own = inVintages(ofOwn, await composeFrom(records, frame, frame.areas, ofOwn));
  const ownOf = (each: CandidateClaim): Series[] => (each.own === null ? [] : (own.get(keyOf(each)) ?? []));
  const made = new Map<CandidateClaim['route'], Map<string, Series[]>>();
  for (const conversion of conversions(candidates, (each) => lacking(frame, withValues(ownOf(each))))) {
    const series = await convertAlong(records, frame, conversion);
    const known = made.get(conversion.route) ?? new Map<string, Series[]>();
    made.set(conversion.route, new Map([...known, ...inVintages(conversion.wanted, series)]));
  }
  return candidates.map((each) => filled(frame, ownOf(each), made.get(each.route)?.get(keyOf(each)) ?? []));
}

/** For each area its own series or, where that has no value, the one made. */
function filled({ areas }: Frame, own: readonly Series[], made: readonly Series[]): Series[] {
  const has = withValues(own);
  const [ownBy, madeBy] = [own, made].map((series) => new Map(series.map((each) => [each.areaCode, each])));
  return areas.areaCodes.flatMap((code) => (has.has(code) ? undefined : madeBy?.get(code)) ?? ownBy?.get(code) ?? []);
}

const withValues = (series: readonly Series[]): Set<string> =>
  new Set(series.filter(({ values }) => values.some((value) => value !== null)).map(({ areaCode }) => areaCode));

const lacking = ({ areas }: Frame, has: ReadonlySet<string>): string[] =>
  areas.areaCodes.filter((code) => !has.has(code));

/** What is to be converted, one conversion for each way and each choice of areas. */
function conversions(
  candidates: readonly CandidateClaim[],
  areasOf: (candidate: CandidateClaim) => string[],
): Conversion[] {
  const groups = new Map<string, { candidates: CandidateClaim[]; areaCodes: string[] }>();
  const routes = [...new Set(candidates.map(({ route }) => route))];
  for (const each of candidates) {
    if (each.route === null) continue;
    const areaCodes = areasOf(each);
    if (areaCodes.length === 0) continue;
    const key = `${routes.indexOf(each.route)} ${areaCodes.join()}`;
    const group = groups.get(key) ?? { candidates: [], areaCodes };
    groups.set(key, group);
    group.candidates.push(each);
  }
  return [...groups.values()].flatMap(({ candidates: group, areaCodes }) => {
    const route = group[0]?.route;
    if (!route) return [];
    const counts = new Map(group.map((each) => [keyOf(each), each.counts]));
    return [
      {
        ...{ route, areaCodes, wanted: wantedOf(group) },
        countsOf: ({ name }, vintage) => counts.get(`${name} ${vintage}`) ?? [],
      },
    ];
  });
}

function wantedOf(candidates: readonly CandidateClaim[]): VintageWanted[] {
  const vintages = new Map<string, CandidateClaim['measure'][]>();
  for (const { vintage, measure } of candidates) {
    const measures = vintages.get(vintage) ?? [];
    vintages.set(vintage, measures);
    if (!measures.includes(measure)) measures.push(measure);
  }
  return [...vintages].map(([vintage, measures]) => ({ vintage, measures }));
}

/** Series by measure and vintage asked for, which of derived ones is not the vintage they name. */
function inVintages(wanted: readonly VintageWanted[], series: readonly Series[][]): Map<string, Series[]> {
  return new Map(
    wanted.flatMap(({ vintage }, at) =>
      [...byMeasure(series[at] ?? [])].map(([name, each]): [string, Series[]] => [`${name} ${vintage}`, each]),
    ),
  );
}
