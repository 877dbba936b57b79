import type { DemandPart, DemandParts } from '../../src/demand/index.ts';

/**
 * Gathered figures of a unit whose wards are named "Ward 1" on.
 * @param figures component → each ward's figure; null for a component that is missing
 */
export function partsOf(figures: Record<string, readonly number[] | null>): DemandParts {
  const wards = Object.values(figures).find((each) => each !== null)?.length ?? 0;
  return {
    unit: 'Central North',
    asAt: '2026-03-01',
    boundaryVersion: 'wards-2022',
    window: { from: '2025-03', to: '2026-02', months: 12 },
    wards: Array.from({ length: wards }, (_, place) => ({
      code: `E${String(place + 1).padStart(8, '0')}`,
      name: `Ward ${place + 1}`,
      borough: place % 2 === 0 ? 'Camden' : 'Islington',
    })),
    parts: Object.entries(figures).map(([component, own]) => partOf(component, own)),
  };
}

function partOf(component: string, figures: readonly number[] | null): DemandPart {
  const title = component.replaceAll('-', ' ');
  if (figures === null) return { kind: 'missing', component, title, reason: `No figures for ${title} are imported.` };
  return {
    ...{ kind: 'held', component, title, measure: component, every: 'month', vintage: 'spring' },
    ...{ synthetic: false, backCast: false, origins: ['Published by ward.'], files: ['wards.csv'] },
    total: figures.reduce((sum, figure) => sum + figure, 0),
    figures: [...figures],
  };
}
