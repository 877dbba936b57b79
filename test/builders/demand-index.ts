import type { DemandIndex } from '../../src/demand/index.ts';
import { normal, seededRandom } from '../../src/lib/statistics/random.ts';

/** A demand index with the given shares, one recorded-crime component, wards named "Ward 1" on. */
export function demandOf(shares: readonly number[], rest: Partial<DemandIndex> = {}): DemandIndex {
  return {
    kind: 'index',
    unit: 'Central North',
    asAt: '2026-03-01',
    boundaryVersion: 'wards-2022',
    window: { from: '2025-03', to: '2026-02', months: 12 },
    weights: { name: 'test', version: '1', weights: { 'recorded-crime': 1 } },
    used: [
      {
        component: 'recorded-crime',
        title: 'Recorded crime',
        measure: 'recorded-crime',
        weight: 1,
        vintage: 'spring',
        synthetic: false,
        backCast: false,
        origins: ['Published by ward.'],
        files: ['wards.csv'],
        total: 10_000,
      },
    ],
    missing: [],
    synthetic: false,
    wards: shares.map((demandShare, place) => ({
      code: `E${String(place + 1).padStart(8, '0')}`,
      name: `Ward ${place + 1}`,
      borough: place % 2 === 0 ? 'Camden' : 'Islington',
      demandShare,
      components: { 'recorded-crime': demandShare },
      figures: { 'recorded-crime': demandShare * 10_000 },
    })),
    ...rest,
  };
}

/** Shares of a made-up unit, log-normal as ward crime is; the same for the same seed. */
export function madeUpShares(wards: number, seed: number): number[] {
  const random = seededRandom(seed);
  const demand = Array.from({ length: wards }, () => Math.exp(0.5 * normal(random)));
  const total = demand.reduce((sum, share) => sum + share, 0);
  return demand.map((share) => share / total);
}
