import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { findMeasure } from '../../measures/index.ts';
import { heldVintages } from '../../measures/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { findPerformanceArea } from '../areas/areas-service.ts';
import { asSummed } from '../comparison/areas-beside-service.ts';
import { leastCount } from '../comparison/small-numbers.ts';
import { monthlyFigures } from '../figures/figures-service.ts';
import type { MonthlyFigures, PerformanceArea } from '../model.ts';
import { claimFigures, claimPeriods } from './claim-spans.ts';
import { judgeClaim } from './judge-claim.ts';
import type { CheckedClaim, ClaimBinding, ClaimContent, ClaimFigures, ClaimPeriods } from './model.ts';
import { sayState } from './say-figures.ts';
import { sayStands } from './say-stands.ts';
import { sayWhatChangesBear } from './what-changes-bear-service.ts';

type Checkable = Pick<ClaimContent, 'kind' | 'binding' | 'vintage' | 'saidOn'>;

/** Figures of some measures in an area: those of today, and every vintage's. */
interface AreaFigures {
  today: MonthlyFigures[];
  vintages: { vintage: string; figures: MonthlyFigures[] }[];
}

const NARRATIVE = 'It is a narrative: it names nothing that is counted.';

/** How each of some claims stands by the figures held, in their order. Figures of an area are read once for all of them. */
export const checkClaims = published(
  'performance.check-claims',
  async (platform: Platform, claims: readonly Checkable[]): Promise<CheckedClaim[]> => {
    const asAt = todayInLondon(platform.now());
    const areas = new Map<string, Awaited<ReturnType<typeof findPerformanceArea>>>();
    const measures = new Map<string, Set<string>>();
    for (const { binding } of claims) {
      if (binding === null) continue;
      if (!areas.has(binding.area))
        areas.set(binding.area, await findPerformanceArea(platform, { word: binding.area, asAt }));
      const ofArea = measures.get(binding.area) ?? new Set();
      for (const name of [binding.measure, binding.of ?? '']) if (findMeasure(name) !== null) ofArea.add(name);
      measures.set(binding.area, ofArea);
    }
    const asked = [...areas].flatMap(([word, found]) =>
      found.kind === 'area' ? [{ word, area: asSummed(found.area), measures: [...(measures.get(word) ?? [])] }] : [],
    );
    const figures = await figuresOf(platform, asked);
    const checked = claims.map((claim) => {
      const { binding } = claim;
      if (binding === null) return unchecked(NARRATIVE);
      const found = areas.get(binding.area);
      if (found?.kind !== 'area') return unchecked(found?.because ?? '');
      return check({ ...claim, binding }, found.area, figures.get(binding.area) ?? { today: [], vintages: [] }, asAt);
    });
    return sayWhatChangesBear(platform, checked, asAt);
  },
);

interface AskedOfArea {
  word: string;
  area: PerformanceArea;
  measures: readonly string[];
}

/** By the word of each area. What is shown today is chosen for each apart; a vintage is read once for all of one boundary version. */
async function figuresOf(platform: Platform, asked: readonly AskedOfArea[]): Promise<Map<string, AreaFigures>> {
  const found = new Map<string, AreaFigures>();
  for (const { word, area, measures } of asked)
    found.set(word, {
      today: await monthlyFigures(platform, { measures, areas: [area], vintage: null }),
      vintages: [],
    });
  for (const boundaryVersion of new Set(asked.map(({ area }) => area.boundaryVersion))) {
    const within = asked.filter(({ area }) => area.boundaryVersion === boundaryVersion);
    const areas = within.map(({ area }) => area);
    const areaCodes = [...new Set(areas.flatMap((area) => area.areaCodes))];
    const measures = [...new Set(within.flatMap((each) => each.measures))];
    for (const { vintage } of await heldVintages(platform.records, { areaCodes, boundaryVersion })) {
      const read = await monthlyFigures(platform, { measures, areas, vintage });
      for (const { word, area, measures: ofArea } of within) {
        const figures = read.filter((each) => each.area.word === area.word && ofArea.includes(each.measure));
        if (figures.length > 0) found.get(word)?.vintages.push({ vintage, figures });
      }
    }
  }
  return found;
}

function unchecked(because: string): CheckedClaim {
  const finding = { state: 'cannot be checked', made: null, today: null, because } as const;
  const rest = { area: null, periods: null, figures: null, bears: null };
  return { finding, stands: sayState('cannot be checked'), ...rest };
}

function check(
  claim: Checkable & { binding: ClaimBinding },
  area: PerformanceArea,
  { today, vintages }: AreaFigures,
  asAt: string,
): CheckedClaim {
  const read = claimPeriods(claim, asAt);
  if (read.kind === 'refused') return { ...unchecked(read.because), area };
  const { periods } = read;
  const shown = sumsIn(today, claim.binding, periods);
  const others = vintages.flatMap(({ figures }) => sumsIn(figures, claim.binding, periods) ?? []);
  // Where the vintage that is shown otherwise does not reach so far, the latest imported that does is today's.
  const now = shown ?? others[0] ?? null;
  const title = findMeasure(claim.binding.measure)?.title.toLowerCase() ?? claim.binding.measure;
  const isHidden = today.some(({ measure, hidden = [] }) => measure === claim.binding.measure && hidden.length > 0);
  const lacking = isHidden
    ? 'Not shown: fewer than 5, or would reveal such a figure'
    : `No figures of ${title} are held for ${area.name} for the whole of its periods`;
  const apart = others.filter(({ vintage }) => vintage !== now?.vintage);
  const all = [...today, ...vintages.flatMap(({ figures }) => figures)];
  const figures = all.find((each) => each.measure === claim.binding.measure && each.vintage === now?.vintage) ?? null;
  const sameSource = isOfThePolice(figures);
  const least = leastCount(asAt);
  const finding = judgeClaim(claim, { today: now, others: apart, lacking, sameSource, least });
  return { finding, stands: sayStands({ claim, finding, sameSource, least }), area, periods, figures, bears: null };
}

/**
 * Whether figures are of the publication that the police draw their own tables from: what differs from those was revised.
 * A plain CSV, another publisher and made-up figures are other sources, whatever they count.
 */
function isOfThePolice(figures: MonthlyFigures | null): boolean {
  if (figures === null || figures.synthetic) return false;
  return findMeasure(figures.measure)?.publisher.startsWith('Metropolitan Police') ?? false;
}

function sumsIn(
  figures: readonly MonthlyFigures[],
  { measure, of }: ClaimBinding,
  periods: ClaimPeriods,
): ClaimFigures | null {
  const part = figures.find((each) => each.measure === measure);
  const whole = of === null ? null : (figures.find((each) => each.measure === of) ?? null);
  if (part === undefined || (of !== null && whole === null)) return null;
  return claimFigures(part, whole, periods);
}
