import { insertEntry } from '../../src/performance/charts/settings-store.ts';
import type { Place } from '../../src/platform/access/index.ts';
import type { Records } from '../../src/platform/database/index.ts';
import { CAMDEN, ISLINGTON, UNIT } from './each-principal.ts';

interface Sample {
  args: unknown[];
  place: Place;
  undone?: true;
}

/**
 * What each function that enters or withdraws a setting of a chart is called with, for two boroughs.
 * @param records Wardroom's own handle; a step change of each borough is laid down in them
 */
export async function chartSettingSamples(records: Records): Promise<Record<string, Sample[]>> {
  const entered: Sample[] = [];
  const typed: Sample[] = [];
  for (const borough of [CAMDEN, ISLINGTON]) {
    const place = { unit: UNIT, borough };
    const entry = { unit: UNIT, boroughCode: borough, wardCode: null, measure: 'burglary', area: borough };
    const change = { kind: 'step change', from: '2024-03', reason: 'A new system.', synthetic: false } as const;
    const written = { by: 'test', at: new Date('2026-03-10T12:00:00Z') };
    const id = await insertEntry(records, { ...entry, ...change, to: null }, written);
    entered.push({
      args: [{ id, measure: 'burglary', area: borough, because: 'It was the wrong month.' }],
      place,
      undone: true,
    });
    typed.push({ args: [{ ...entry, ...change, from: '2023-05', to: '' }], place, undone: true });
  }
  return { 'performance.enter-chart-setting': typed, 'performance.withdraw-chart-setting': entered };
}
