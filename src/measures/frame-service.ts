import type { Month } from '../lib/calendar/month.ts';
import type { Records } from '../platform/database/index.ts';
import type { Route } from './conversion/model.ts';
import { SETS_BEHIND } from './conversion/route-to.ts';
import { readHarmWeights } from './harm/harm-store.ts';
import { type HeldHarmWeights, isWeighed } from './harm/weigh-series.ts';
import type { HeldRows } from './held-rows-service.ts';
import { measuresSumming } from './measures-summing.ts';
import type { Measure, Series } from './model.ts';
import { type LiveHolding, readCircumstances, readHoldingHeads } from './reading-store.ts';
import { routesTo } from './routes-service.ts';

/** Which areas are asked for. */
export interface AreasAsked {
  areaCodes: readonly string[];
  boundaryVersion: Series['boundaryVersion'];
}

/** Areas of one set whose figures are wanted. */
export interface AreasWanted extends AreasAsked {
  /** First month in which the areas of the set existed; null when that does not matter. */
  areasSince: Month | null;
}

/** Measures wanted of one vintage. */
export interface VintageWanted {
  vintage: string;
  measures: readonly Measure[];
}

/** A vintage that holds figures of the areas asked for, or others from which theirs can be made. */
export interface VintageInFrame {
  vintage: string;
  /** Names of the measures it holds on the set of the areas. */
  own: ReadonlySet<string>;
  /** Names of the measures it holds on sets from which figures can be converted. */
  behind: ReadonlySet<string>;
}

/** All that one question is answered from. */
export interface Frame {
  areas: AreasWanted;
  holdings: LiveHolding[];
  /** The vintage of each import. */
  vintageOf: ReadonlyMap<string, string>;
  /** The latest first. */
  vintages: VintageInFrame[];
  /** Runs read so far, to which reading ahead adds. */
  read: HeldRows[];
  /** Ways to convert, found when first needed. */
  routes(): Promise<Route[]>;
  /** The table of harm weights in use, read when first needed; null when none is held. */
  weights(): Promise<HeldHarmWeights | null>;
}

/** Reads what is held of some areas and of those their figures can be made from; made-up figures only while no others are. */
export async function readFrame(records: Records, asked: AreasAsked): Promise<Frame> {
  const { real, since } = await readCircumstances(records, asked.boundaryVersion);
  const held = await readHoldingHeads(records, [asked.boundaryVersion, ...(SETS_BEHIND[asked.boundaryVersion] ?? [])]);
  const holdings = held.filter(({ kind }) => !(real && kind === 'synthetic'));
  const ofVintage = new Map<string, LiveHolding[]>();
  for (const holding of holdings) {
    const known = ofVintage.get(holding.vintage);
    if (known) known.push(holding);
    else ofVintage.set(holding.vintage, [holding]);
  }
  const latestFirst = [...new Set(holdings.map(({ vintage }) => vintage).reverse())];
  let routes: Promise<Route[]> | null = null;
  let weights: Promise<HeldHarmWeights | null> | null = null;
  return {
    areas: { ...asked, areasSince: since },
    holdings,
    vintageOf: new Map(holdings.map(({ importId, vintage }) => [importId, vintage])),
    read: [],
    vintages: latestFirst.map((vintage) => {
      const ofIt = ofVintage.get(vintage) ?? [];
      const isOwn = ({ boundaryVersion }: LiveHolding): boolean => boundaryVersion === asked.boundaryVersion;
      return {
        vintage,
        own: measuresIn(ofIt.filter(isOwn)),
        behind: measuresIn(ofIt.filter((each) => !isOwn(each))),
      };
    }),
    routes() {
      routes ??= routesTo(records, asked.boundaryVersion);
      return routes;
    },
    weights() {
      weights ??= readHarmWeights(records);
      return weights;
    },
  };
}

/**
 * Whether figures of a measure may be made in a vintage from another set of areas, by summing or from a mark. Harm-weighted
 * crime never is: how much of it could be weighed is judged for the areas themselves.
 */
export function mayConvert({ behind }: VintageInFrame, measure: Measure): boolean {
  const { name, adds, derivedFrom } = measure;
  return (
    adds && !isWeighed(measure) && (behind.has(name) || (derivedFrom !== undefined && behind.has(derivedFrom.mark)))
  );
}

function measuresIn(holdings: readonly LiveHolding[]): Set<string> {
  return new Set(holdings.flatMap(({ categories }) => categories.flatMap(measuresSumming)));
}
