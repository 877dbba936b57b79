import { BOUNDARY_VERSIONS, type BoundaryVersion } from '../../geography/index.ts';
import { areaNames } from '../../geography/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { requireMeasure } from '../catalogue.ts';
import { readAreaCodes } from '../completeness/completeness-store.ts';
import { composeFrom } from '../compose-service.ts';
import { datasetOf } from '../dataset-of.ts';
import { readFrame } from '../frame-service.ts';
import type { Measure, Series } from '../model.ts';
import { type LiveHolding, readCircumstances, readLiveHoldings } from '../reading-store.ts';
import { sumsCategory } from '../sums-category.ts';
import { type Comparable, comparable } from './comparable.ts';
import { type Revisions, revisionsBetween } from './revisions-between.ts';

export interface RevisionsAsked {
  measure: string;
  /** The vintage before, and the one after. */
  from: string;
  to: string;
  /** null for every area either has. */
  area: { code: string; version: BoundaryVersion } | null;
}

/** Names of the vintages that hold a measure (of what is made of two, those of its marks), the latest imported first. */
export const vintagesHolding = published(
  'measures.vintages-holding',
  async (records: Records, measure: string): Promise<string[]> => {
    const { derivedFrom } = requireMeasure(measure);
    const held = await holdingsOf(records, requireMeasure(derivedFrom?.mark ?? measure));
    return [...new Set(held.map(({ vintage }) => vintage).reverse())];
  },
);

/**
 * What changed of a measure between two vintages, for each set of areas of which both have figures of one publication:
 * nothing is converted, and different publications are not compared.
 * @returns one for each set of areas; none when they share no set or hold nothing of the measure
 * @throws RangeError naming a measure that does not exist
 */
export const revisions = published(
  'measures.revisions',
  async (records: Records, asked: RevisionsAsked): Promise<Revisions[]> => {
    const measure = requireMeasure(asked.measure);
    const found: Revisions[] = [];
    for (const { version, before, after, verdict } of await bothHold(records, measure, asked)) {
      if (verdict.kind === 'refused') continue;
      const areaCodes = asked.area
        ? [asked.area.code]
        : await readAreaCodes(records, idsOf([...before, ...after]), version);
      const whole = await readFrame(records, { areaCodes, boundaryVersion: version });
      const frame = { ...whole, holdings: whole.holdings.map((held) => ofDataset(held, verdict.dataset)) };
      const read = async (vintage: string): Promise<Series[]> =>
        (await composeFrom(records, frame, frame.areas, [{ vintage, measures: [measure] }])).flat();
      found.push({
        ...{ measure: measure.name, from: asked.from, to: asked.to, boundaryVersion: version },
        names: await areaNames(records, version),
        ...revisionsBetween(await read(asked.from), await read(asked.to)),
      });
    }
    return found;
  },
);

/** Why two vintages are not compared on sets of areas of which both have figures; one sentence for each reason. */
export const notCompared = published(
  'measures.not-compared',
  async (records: Records, asked: RevisionsAsked): Promise<string[]> => {
    const both = await bothHold(records, requireMeasure(asked.measure), asked);
    return [...new Set(both.flatMap(({ verdict }) => (verdict.kind === 'refused' ? [verdict.because] : [])))];
  },
);

interface BothHold {
  version: BoundaryVersion;
  before: LiveHolding[];
  after: LiveHolding[];
  verdict: Comparable;
}

async function bothHold(records: Records, measure: Measure, { from, to, area }: RevisionsAsked): Promise<BothHold[]> {
  const holdings = await holdingsOf(records, measure);
  const of = (vintage: string, version: BoundaryVersion): LiveHolding[] =>
    holdings.filter((each) => each.vintage === vintage && each.boundaryVersion === version);
  return BOUNDARY_VERSIONS.flatMap((version): BothHold[] => {
    const [before, after] = [of(from, version), of(to, version)];
    if (before.length === 0 || after.length === 0 || (area !== null && area.version !== version)) return [];
    const verdict = comparable(measure, { vintage: from, held: before }, { vintage: to, held: after });
    return [{ version, before, after, verdict }];
  });
}

function ofDataset(held: LiveHolding, dataset: string): LiveHolding {
  return { ...held, categories: held.categories.filter((category) => datasetOf(category) === dataset) };
}

async function holdingsOf(records: Records, measure: Measure): Promise<LiveHolding[]> {
  const { real } = await readCircumstances(records, '');
  return (await readLiveHoldings(records, BOUNDARY_VERSIONS)).filter(
    ({ kind, categories }) =>
      !(real && kind === 'synthetic') && categories.some((category) => sumsCategory(measure, category)),
  );
}

const idsOf = (held: readonly LiveHolding[]): string[] => [...new Set(held.map(({ importId }) => importId))];
