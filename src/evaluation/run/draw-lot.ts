import { type Method, type Mode, type Panel, type Placebo, placebosInSpace } from '../../lib/causal/index.ts';
import { type ByLot, byLot, type LotGroup, rankInterval } from '../../lib/causal/inference/index.ts';
import type { ChosenGroups } from './choose-groups.ts';

/** A panel of which the first units are treated, and how areas are taken together. */
export interface LotAsked {
  panel: Panel;
  treated: number;
  /** Index of the first treated time. */
  start: number;
  combine: 'mean' | 'log-mean';
  method: Method;
  mode?: Mode;
}

/** Every group of the lot, and the groups without a treated unit, as if each had been treated. */
export interface Lot {
  all: readonly Placebo[];
  /** Index of the treated group among {@link all}. */
  own: number;
  /** Groups without a treated unit, fitted without one: what people are told of. */
  elsewhere: readonly Placebo[];
}

/** Pretends that each group was treated. */
export function drawLot(asked: LotAsked, groups: ChosenGroups): Lot {
  const { panel, treated, start, combine, method, mode } = asked;
  const never = Array.from({ length: treated }, (_, at) => at);
  const question = { panel, start, method, combine, ...(mode === undefined ? {} : { mode }) };
  // A group and the treated ones may leave too few units to compare it with.
  const enough = panel.units.length > 2 * treated;
  return {
    all: placebosInSpace({ ...question, groups: groups.all }),
    own: groups.own,
    elsewhere: enough ? placebosInSpace({ ...question, groups: groups.elsewhere, never }) : [],
  };
}

/** Chances by lot that a group has moved as far. */
export const chancesOf = ({ all, own }: Pick<Lot, 'all' | 'own'>): ByLot =>
  byLot(
    all.map(({ group }) => group),
    all.map(({ standardised }) => standardised),
    own,
  );

/**
 * Effects that the lot does not rule out, in units of the fit; ends may be infinite; null where it rules out nothing, and where
 * a group has no gap at all before the start, beside which any effect is beyond all bounds.
 */
export function intervalOf(
  { all, own }: Pick<Lot, 'all' | 'own'>,
  treated: number,
): { low: number; high: number; level: number } | null {
  if (all.length < 2 || !all.every(({ preRmspe }) => preRmspe > 0)) return null;
  const { low, high, level } = rankInterval(
    all.map((placebo) => lotGroup(placebo, treated)),
    own,
  );
  return Number.isFinite(low) || Number.isFinite(high) ? { low, high, level } : null;
}

/** In place of no error before the start: its square is still a number. */
const NO_ERROR = 1e-100;

/** A fit without error before the start counts as the least that there is. */
export function lotGroup({ group, shares, estimate, preRmspe, weights }: Placebo, treated: number): LotGroup {
  const inGroup = group.reduce((sum, unit, at) => sum + (unit < treated ? (shares?.[at] ?? 1 / group.length) : 0), 0);
  const inDonors = weights.slice(0, treated).reduce((sum, weight) => sum + weight, 0);
  return { group, estimate, preRmspe: preRmspe > 0 ? preRmspe : NO_ERROR, exposure: inGroup - inDonors };
}

/** Groups without a treated unit that moved as far either way, standardised as the p-value is. */
export function asMuchElsewhere({ all, own, elsewhere }: Lot): { moved: number; of: number } | null {
  const far = Math.abs(all[own]?.standardised ?? 0);
  if (elsewhere.length === 0) return null;
  return { moved: elsewhere.filter(({ standardised }) => Math.abs(standardised) >= far).length, of: elsewhere.length };
}
