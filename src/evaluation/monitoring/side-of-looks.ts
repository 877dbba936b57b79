import { lotCanCall, modelBoundary, type Spending, sequentialByLot } from '../../lib/statistics/sequential/index.ts';
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
  /** Standardised effect that had to be exceeded, with its sign; null where none would be enough. */
  line: number | null;
  /** Whether the treated group was called at this very look. */
  crossed: boolean;
}

type Asked = Pick<LooksAsked, 'paths' | 'own' | 'fractions' | 'pooled' | 'seed'>;

/** By lot where the groups are enough to call one of them, else by a model of the placebos; nothing without either. */
export function sideOfLooks(
  { paths, own, fractions, pooled, seed }: Asked,
  { sign, rate, spending }: Side,
): { rateFrom: 'lot' | 'model'; looks: SideLook[] } {
  const ownPath = (paths[own] ?? []).map((value) => sign * value);
  const taken = fractions.slice(0, ownPath.length);
  const nothing = taken.map(() => ({ line: null, crossed: false }));
  if (rate === 0) return { rateFrom: 'lot', looks: nothing };
  if (lotCanCall(paths.length, rate)) {
    const signed = paths.map((path) => path.map((value) => sign * value));
    const looks = sequentialByLot({ paths: signed, own, rate, spending, fractions: taken });
    return {
      rateFrom: 'lot',
      looks: looks.map(({ threshold, crossed }) => ({ line: threshold === null ? null : sign * threshold, crossed })),
    };
  }
  const placebos = pooled?.() ?? null;
  if (placebos === null) return { rateFrom: 'model', looks: nothing };
  const signed = placebos.paths.map((path) => path.map((value) => sign * value));
  const { thresholds } = modelBoundary({
    paths: signed,
    areas: placebos.areas,
    rate,
    spending,
    fractions: taken,
    seed,
  });
  const first = ownPath.findIndex((value, look) => value > (thresholds[look] ?? Number.POSITIVE_INFINITY));
  return {
    rateFrom: 'model',
    looks: thresholds.map((line, look) => ({ line: line === null ? null : sign * line, crossed: look === first })),
  };
}
