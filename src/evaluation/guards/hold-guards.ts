import { addMonths, type Month } from '../../lib/calendar/month.ts';
import { findMeasure, type Measure } from '../../measures/index.ts';
import { numberWord } from '../../ui/number-word.ts';
import type { Charter, GuardResult, NoDetriment, TreatedGroup } from '../model.ts';
import type { AreaFigures, EvaluatedArea } from '../panel/model.ts';
import { chanceBeyond, changeByLot, FEWEST_AREAS } from './change-by-lot.ts';
import { type GuardValue, guardSeries, isInPoints } from './guard-series.ts';
import { judgeGuard } from './judge-guard.ts';
import { sayGuard } from './say-guard.ts';
import { sayNoFigures } from './say-no-figures.ts';

/** The service measures of one treated group beside its comparison areas. */
export interface GuardQuestion {
  charter: Pick<Charter, 'noDetriment' | 'preFrom' | 'end' | 'treated'>;
  group: TreatedGroup;
  areas: readonly EvaluatedArea[];
  /** Codes of the comparison areas. */
  donors: readonly string[];
  /** Figures of the measures that must not fall, and of their denominators, of treated and comparison areas. */
  figures: readonly AreaFigures[];
  /** Last month whose figures are used; null for all that is held. */
  until: Month | null;
}

/**
 * Judges each service measure of the charter in each treated area by itself, in the charter's order: the change of its mean
 * from before the start to after it, less the median change of the comparison areas, with a range by lot. A quarter or year
 * that lies across the start, or in the transition, belongs to neither side.
 */
export function holdGuards(question: GuardQuestion): GuardResult[] {
  return question.charter.noDetriment.flatMap((guard) =>
    question.group.areas.map((area) => holdGuard(question, guard, area)),
  );
}

function holdGuard(question: GuardQuestion, { measure: name, margin }: NoDetriment, area: string): GuardResult {
  const measure = findMeasure(name);
  const areaName = question.areas.find(({ code }) => code === area)?.name ?? area;
  const head = { area, areaName, measure: name, title: measure?.title ?? name, change: null, interval: null };
  if (measure === null) {
    const because = `There is no measure "${name}": "wardroom measure list" has the names.`;
    return { ...head, state: 'no figures', because };
  }
  const own = changeIn(question, measure, area);
  if (own === null) return { ...head, state: 'no figures', because: sayNoFigures(measure, areaName) };
  const others = question.donors.flatMap((donor) => changeIn(question, measure, donor) ?? []);
  const found = changeByLot(own, others);
  if (found === null) {
    const because = `Only ${numberWord(others.length)} comparison areas have figures before and after the start, and a range by lot takes ${numberWord(FEWEST_AREAS)}: we cannot tell.`;
    return { ...head, state: 'cannot tell', because };
  }
  const { polarity } = measure;
  if (polarity === 'neither') {
    const because = 'Nobody has said whether more of it is better or worse, so it cannot be held to a margin.';
    return { ...head, ...found, state: 'cannot tell', because };
  }
  const guards = guardsOf(question.charter);
  const chance = chanceBeyond(own, others, { margin, worse: polarity === 'more is worse' ? 1 : -1 });
  const judged = judgeGuard({ interval: found.interval, margin, polarity, chance, guards });
  const inPoints = isInPoints(measure);
  const because = sayGuard({ ...found, ...judged, margin, areaName, others: others.length, inPoints, guards });
  return { ...head, ...found, state: judged.state, because };
}

/** Services that must not fall, in each treated area by itself. */
const guardsOf = ({ noDetriment, treated }: Pick<Charter, 'noDetriment' | 'treated'>): number =>
  noDetriment.length * treated.reduce((sum, { areas }) => sum + areas.length, 0);

/** Fewest values before the start by which a level is known. */
const FEWEST_BEFORE = { month: 4, quarter: 2, year: 1, once: 1 } as const;

/** Mean after the start less that before it; null where there are too few values on a side. */
function changeIn({ charter, group, figures, until }: GuardQuestion, measure: Measure, area: string): number | null {
  const values = guardSeries(figures, measure, area);
  const judgedFrom = addMonths(group.start, group.transitionMonths);
  const last = until !== null && until < charter.end ? until : charter.end;
  const before = values.filter(({ from, to }) => from >= charter.preFrom && to < group.start);
  const after = values.filter(({ from, to }) => from >= judgedFrom && to <= last);
  if (before.length < FEWEST_BEFORE[measure.every] || after.length === 0) return null;
  return meanOf(after) - meanOf(before);
}

function meanOf(values: readonly GuardValue[]): number {
  const weights = values.reduce((sum, { weight }) => sum + weight, 0);
  return values.reduce((sum, { value, weight }) => sum + value * weight, 0) / weights;
}
