import type { Records } from '../platform/database/index.ts';
import { type CandidateClaim, candidatesFrom } from './candidates.ts';
import { type Claim, type Claims, claimsOf, nearness } from './claim.ts';
import type { Route } from './conversion/model.ts';
import { isMost } from './fit-of.ts';
import { type Frame, mayConvert } from './frame-service.ts';
import { isWeighed } from './harm/weigh-series.ts';
import { measuresSumming } from './measures-summing.ts';
import type { Measure } from './model.ts';
import { type RunsWanted, readExtents } from './reading-store.ts';
import { onlyDemonstration } from './stands-beside.ts';

/** What is claimed of measures for the areas of one question. */
export interface HeldClaims {
  /**
   * The candidates of each of some measures. Those along ways from other areas are looked for only where they can matter.
   * @param everyVintage whether the ways matter to every vintage that lacks an area, and not only to the best
   */
  of(measures: readonly Measure[], everyVintage: boolean): Promise<CandidateClaim[][]>;
  /** All that was found of a measure so far, by vintage. */
  byVintage(measure: Measure): ReadonlyMap<string, Claim>;
}

const NONE: ReadonlyMap<string, Claim> = new Map();
interface Way {
  route: Route;
  claims: Claims;
}

/** Finds what is claimed, remembering it: what the areas themselves have in one statement, what is behind in another. */
export function holdClaims(records: Records, frame: Frame): HeldClaims {
  const own = new Map<string, ReadonlyMap<string, Claim>>();
  const ways = new Map<string, readonly Way[]>();
  const { areaCodes } = frame.areas;

  async function readOwn(measures: readonly Measure[]): Promise<void> {
    const unread = measures.filter(({ name }) => !own.has(name));
    const names = new Set(unread.map(({ name }) => name));
    const [extents = []] = await readExtents(records, [wantedOn(frame, frame.areas.boundaryVersion, areaCodes, names)]);
    const claims = claimsOf(extents, frame.vintageOf, (code) => [code]);
    for (const measure of unread) {
      own.set(measure.name, (await canBeWeighed(frame, measure)) ? (claims.get(measure.name) ?? NONE) : NONE);
    }
  }

  async function readBehind(measures: readonly Measure[]): Promise<void> {
    const unread = measures.filter(({ name }) => !ways.has(name));
    if (unread.length === 0) return;
    const found = await waysOf(records, frame, unread);
    for (const { name } of unread) ways.set(name, found);
  }

  const ownOf = ({ name }: Measure): ReadonlyMap<string, Claim> => own.get(name) ?? NONE;
  const behindOf = (measure: Measure) =>
    (ways.get(measure.name) ?? []).map(({ route, claims }) => ({
      ...{ route, behind: behindIn(claims, measure) },
      countsOf: (behind: Claim) => countsFor(claims, measure, behind),
    }));

  return {
    async of(measures, everyVintage) {
      await readOwn(measures);
      await readBehind(
        measures.filter((measure) => {
          const vintages = frame.vintages.filter((vintage) => mayConvert(vintage, measure));
          return vintages.length > 0 && mayNeedWays(ownOf(measure), areaCodes.length, everyVintage);
        }),
      );
      return measures.map((measure) => candidatesFrom(measure, ownOf(measure), behindOf(measure)));
    },
    byVintage(measure) {
      return new Map([...behindOf(measure).flatMap(({ behind }) => [...behind]), ...ownOf(measure)]);
    },
  };
}

/** Whether figures of other areas can matter: no vintage has all areas, or one that has most lacks some. */
function mayNeedWays(own: ReadonlyMap<string, Claim>, asked: number, everyVintage: boolean): boolean {
  const counts = [...own.values()].map(({ areas }) => areas.size);
  if (everyVintage || !counts.includes(asked)) return true;
  return counts.some((count) => count < asked && isMost(count, asked));
}

async function canBeWeighed({ holdings, weights }: Frame, measure: Measure): Promise<boolean> {
  if (!isWeighed(measure) || onlyDemonstration(holdings)) return true;
  return (await weights()) !== null;
}

/** What may be made along each way. An area can be made only if all its parts have figures, so its first part is asked. */
async function waysOf(records: Records, frame: Frame, measures: readonly Measure[]): Promise<Way[]> {
  const names = new Set(
    measures.flatMap(({ name, derivedFrom }) => (derivedFrom ? [derivedFrom.mark, derivedFrom.count, name] : [name])),
  );
  const routes = await frame.routes();
  const firstParts = routes.map(({ parts }) => {
    const targets = new Map<string, string[]>();
    for (const code of frame.areas.areaCodes) {
      const [first] = parts.get(code) ?? [];
      if (first !== undefined) targets.set(first, [...(targets.get(first) ?? []), code]);
    }
    return targets;
  });
  const wanted = routes.map(({ from }, at) => wantedOn(frame, from, [...(firstParts[at]?.keys() ?? [])], names));
  const extents = await readExtents(records, wanted);
  return routes.map((route, at) => ({
    route,
    claims: claimsOf(extents[at] ?? [], frame.vintageOf, (code) => firstParts[at]?.get(code) ?? []),
  }));
}

function wantedOn(
  { holdings }: Frame,
  boundaryVersion: RunsWanted['boundaryVersion'],
  areaCodes: readonly string[],
  measures: ReadonlySet<string>,
): RunsWanted {
  const isWanted = (category: string): boolean => measuresSumming(category).some((name) => measures.has(name));
  const held = holdings.filter((each) => each.boundaryVersion === boundaryVersion && each.categories.some(isWanted));
  return {
    ...{ boundaryVersion, areaCodes, importIds: [...new Set(held.map(({ importId }) => importId))] },
    categories: [...new Set(held.flatMap(({ categories }) => categories))].filter(isWanted),
  };
}

/** What may be made of a measure along a way: summed as it is held or, when it is derived, from its mark where any vintage has its count. */
function behindIn(claims: Claims, { name, derivedFrom }: Measure): ReadonlyMap<string, Claim> {
  const held = claims.get(name) ?? NONE;
  if (derivedFrom === undefined) return held;
  const counted = (claims.get(derivedFrom.count) ?? NONE).size > 0;
  return counted ? new Map([...(claims.get(derivedFrom.mark) ?? NONE), ...held]) : held;
}

/**
 * Vintages of a derived measure's count, those with most areas first and of these the last known by the month of the
 * mark: the indices of 2019 go with the residents of 2017, those of 2025 with the census of 2021.
 */
function countsFor(claims: Claims, { derivedFrom }: Measure, mark: Claim): string[] {
  if (derivedFrom === undefined) return [];
  return [...(claims.get(derivedFrom.count) ?? NONE)]
    .toSorted(
      ([, a], [, b]) =>
        b.areas.size - a.areas.size || nearness(b, mark.last) - nearness(a, mark.last) || b.imported - a.imported,
    )
    .map(([vintage]) => vintage);
}
