import type { DemandIndex } from '../../demand/index.ts';
import type { OptimalPlan } from '../model.ts';

/** Whether figures held now give every ward the share of demand that a plan was made from. */
export function sameFigures(index: Pick<DemandIndex, 'wards'>, plan: Pick<OptimalPlan, 'wards'>): boolean {
  const shares = new Map(index.wards.map(({ code, demandShare }) => [code, demandShare]));
  return (
    shares.size === plan.wards.length &&
    plan.wards.every(({ code, demandShare }) => Math.abs((shares.get(code) ?? Number.NaN) - demandShare) < ROUNDING)
  );
}

/** Shares are sums of a few numbers from 0 to 1. */
const ROUNDING = 1e-12;
