import { type Side as StandingSide, standOut } from '../../lib/causal/index.ts';
import { lotCanCall, modelBoundary, type Spending, sequentialByLot } from '../../lib/statistics/sequential/index.ts';
import { gapAtCall } from './gap-at-call.ts';
import type { LooksAsked } from './model.ts';

/** One side of the looks: what is looked for, and how its rate is spent. */
export interface Side {
  /** 1 where higher values are looked for, −1 where lower ones are. */
  sign: 1 | -1;
  /** This outcome's part of the rate; 0 where the side is not looked for. */
  rate: number;
  spending: Spending;
}

/** What one look comes to on one side. */
export interface SideLook {
  /** Effect that had to be exceeded, in units of the fit, with its sign; null where none would be enough. */
  line: number | null;
  /** Whether the treated group was called at this very look. */
  crossed: boolean;
  /** Share of the model's own draws that cross by this look; null by lot. */
  modelRate: number | null;
}

type Asked = Pick<
  LooksAsked,
  'paths' | 'groups' | 'slopes' | 'own' | 'estimates' | 'preRmspes' | 'fractions' | 'pooled' | 'seed'
>;

/** By lot where the groups are enough to call one of them, else by a model of the placebos; nothing without either. */
export function sideOfLooks(asked: Asked, side: Side): { rateFrom: 'lot' | 'model'; looks: SideLook[] } {
  const { paths, own } = asked;
  const nothing = (paths[own] ?? []).map(() => ({ line: null, crossed: false, modelRate: null }));
  if (side.rate === 0) return { rateFrom: 'lot', looks: nothing };
  if (lotCanCall(paths.length, side.rate)) return { rateFrom: 'lot', looks: looksByLot(asked, side) };
  return { rateFrom: 'model', looks: looksByModel(asked, side) ?? nothing };
}

/** Groups are called by how far they stand out from those that share no area with them, as p-values rank them. */
function looksByLot({ paths, groups, slopes, own, estimates, fractions }: Asked, side: Side): SideLook[] {
  const looks = estimates.map((_, look) => look);
  const way: StandingSide = side.sign === 1 ? 'higher' : 'lower';
  const at = (look: number, of: Asked['paths']) => of.map((path) => path[look] ?? 0);
  const standing = looks.map((look) => standOut(groups, at(look, paths), way));
  const called = sequentialByLot({
    paths: paths.map((_, group) => standing.map((each) => each[group] ?? 0)),
    ...{ own, rate: side.rate, spending: side.spending, fractions: fractions.slice(0, looks.length) },
  });
  return called.map(({ before, places, crossed }, look) => {
    const [values, slope] = [at(look, paths), at(look, slopes)];
    const line = gapAtCall({ groups, values, slopes: slope, own, before, places, side: way });
    return { line: line === null ? null : (estimates[look] ?? 0) + line, crossed, modelRate: null };
  });
}

function looksByModel({ paths, own, preRmspes, fractions, pooled, seed }: Asked, side: Side): SideLook[] | null {
  const placebos = pooled?.() ?? null;
  if (placebos === null) return null;
  const { sign, rate, spending } = side;
  const ownPath = (paths[own] ?? []).map((value) => sign * value);
  const signed = placebos.paths.map((path) => path.map((value) => sign * value));
  const taken = { rate, spending, fractions: fractions.slice(0, ownPath.length) };
  const { thresholds, simulatedRates } = modelBoundary({ paths: signed, areas: placebos.areas, ...taken, seed });
  const first = ownPath.findIndex((value, look) => value > (thresholds[look] ?? Number.POSITIVE_INFINITY));
  return thresholds.map((line, look) => ({
    line: line === null ? null : sign * line * (preRmspes[look] ?? 0),
    crossed: look === first,
    modelRate: simulatedRates[look] ?? null,
  }));
}
