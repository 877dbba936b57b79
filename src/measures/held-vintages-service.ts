import { addMonths, type Month } from '../lib/calendar/month.ts';
import { published } from '../platform/access/index.ts';
import type { Records } from '../platform/database/index.ts';
import { type CandidateClaim, rankClaims } from './candidates.ts';
import { requireMeasure } from './catalogue.ts';
import { otherVintages } from './claim.ts';
import { type HeldClaims, holdClaims } from './claims-service.ts';
import { compareFits, type Fit, fitOf, type Needed } from './fit-of.ts';
import { type AreasAsked, type Frame, readFrame } from './frame-service.ts';
import type { Measure, Series } from './model.ts';
import { type CandidateReader, readCandidates } from './read-candidates-service.ts';

/** One vintage as held, of which any measure can be read for the areas asked. */
export interface HeldVintage {
  vintage: string;
  /** Whether it holds a measure on the set of the areas itself, so that nothing need be converted. */
  hasOwn(measure: string): boolean;
  /** The last month of which it seems to have any of some measures, own or converted; null for none. */
  lastMonth(measures: readonly string[]): Promise<Month | null>;
  /** The series of some measures for the areas, whichever it has. Read once, however often asked. */
  read(measures: readonly string[]): Promise<Series[]>;
}

/** All that is held for some areas. */
export interface HeldFigures {
  /** Every vintage that counts and holds figures of the areas, or from which theirs can be made, the latest imported first. */
  vintages: HeldVintage[];
  /**
   * The series of some measures, each from the vintage that answers best: see {@link compareFits}.
   * @param needed null when nothing but the areas is needed
   * @returns one series for each measure and area that has figures, in the order asked
   * @throws RangeError naming a measure that does not exist
   */
  choose(measures: readonly string[], needed: Needed | null): Promise<Series[]>;
}

/** Every vintage that counts and holds figures of the areas, or from which theirs can be made, the latest imported first. */
export const heldVintages = published(
  'measures.held-vintages',
  async (records: Records, asked: AreasAsked): Promise<HeldVintage[]> => {
    return (await heldFigures(records, asked)).vintages;
  },
);

/** Opens what is held for some areas; figures are read when asked for. */
export const heldFigures = published(
  'measures.held-figures',
  async (records: Records, asked: AreasAsked): Promise<HeldFigures> => {
    const frame = await readFrame(records, asked);
    const claims = holdClaims(records, frame);
    const read = readCandidates(records, frame);
    return {
      vintages: frame.vintages.map(({ vintage, own }) => heldVintage(frame, claims, read, vintage, own)),
      choose: (measures, needed) => choose(frame, claims, read, measures.map(requireMeasure), needed),
    };
  },
);

function heldVintage(
  frame: Frame,
  claims: HeldClaims,
  read: CandidateReader,
  vintage: string,
  own: ReadonlySet<string>,
): HeldVintage {
  const candidatesOf = async (names: readonly string[]): Promise<CandidateClaim[]> =>
    (await claims.of(names.map(requireMeasure), true)).flatMap((candidates) => {
      const ofIt = candidates.filter((each) => each.vintage === vintage);
      return rankClaims(ofIt, frame.areas.areaCodes.length, null)[0]?.candidate ?? [];
    });
  return {
    vintage,
    hasOwn: (measure) => own.has(measure),
    async lastMonth(names) {
      const lasts = (await candidatesOf(names)).flatMap(({ own: of, behind }) =>
        [of, behind].flatMap((each) => each?.last ?? []),
      );
      return lasts.toSorted().at(-1) ?? null;
    },
    async read(names) {
      return (await read(await candidatesOf(names))).flat();
    },
  };
}

/** A measure whose vintage is being chosen. */
interface Choosing {
  measure: Measure;
  /** What is claimed, the best first. */
  ranked: { candidate: CandidateClaim; claimed: Fit }[];
  /** How many of them have been read. */
  tried: number;
  best: { fit: Fit; series: Series[]; candidate: CandidateClaim } | null;
}

/**
 * Chooses from what is claimed, and reads what claims most. Figures can only fall short of a claim (a month in which one
 * category is lacking has no value); as long as another claims more than has been found, it is read too: one at first,
 * then two, then four at a time.
 */
async function choose(
  frame: Frame,
  claims: HeldClaims,
  read: CandidateReader,
  measures: readonly Measure[],
  needed: Needed | null,
): Promise<Series[]> {
  const areas = frame.areas.areaCodes.length;
  const claimed = await claims.of(measures, false);
  let choosing = measures.map(
    (measure, at): Choosing => ({
      ...{ measure, ranked: rankClaims(claimed[at] ?? [], areas, needed), tried: 0, best: null },
    }),
  );
  for (let atOnce = 1; ; atOnce *= 2) {
    const next = choosing.map((each) => openClaims(each).slice(0, atOnce));
    if (next.every((each) => each.length === 0)) break;
    const found = await read(next.flat());
    choosing = choosing.map((each, at) => {
      const candidates = next[at] ?? [];
      const series = found.splice(0, candidates.length);
      return { ...each, tried: each.tried + candidates.length, best: bestOf(each, candidates, series, areas, needed) };
    });
  }
  return choosing.flatMap(({ measure, best }) => (best === null ? [] : withOthers(measure, best, claims)));
}

/** The best found so far and of the series just read. */
function bestOf(
  { measure, best: before }: Choosing,
  candidates: readonly CandidateClaim[],
  found: readonly Series[][],
  areas: number,
  needed: Needed | null,
): Choosing['best'] {
  let best = before;
  for (const [at, candidate] of candidates.entries()) {
    const series = found[at] ?? [];
    const fit = fitOf(measure, series, { areas, imported: candidate.imported, needed });
    if (series.length > 0 && (best === null || compareFits(fit, best.fit) < 0)) best = { fit, series, candidate };
  }
  return best;
}

/** The series chosen, each with the other vintages that hold what they do not. */
function withOthers(
  measure: Measure,
  { series, candidate }: NonNullable<Choosing['best']>,
  claims: HeldClaims,
): Series[] {
  const held = series.flatMap(({ firstMonth, values }) =>
    [values.findIndex((value) => value !== null), values.findLastIndex((value) => value !== null)]
      .filter((at) => at !== -1)
      .map((at) => addMonths(firstMonth, at)),
  );
  const [from, to] = [held.toSorted().at(0), held.toSorted().at(-1)];
  if (from === undefined || to === undefined) return series;
  const shown = { vintage: candidate.vintage, from, to };
  const others = otherVintages(measure, shown, claims.byVintage(measure));
  return others.length === 0 ? series : series.map((each) => ({ ...each, otherVintages: others }));
}

/** The candidates not read that claim more than the best found. */
function openClaims({ ranked, tried, best }: Choosing): CandidateClaim[] {
  return ranked
    .slice(tried)
    .filter(({ claimed }) => claimed.areas > 0 && (best === null || compareFits(claimed, best.fit) < 0))
    .map(({ candidate }) => candidate);
}
