import type { PerformanceArea } from '../model.ts';

/** "Islington (borough)", "Bloomsbury, Camden", "Camden South (cluster)". */
export function nameArea({ name, kind, boroughName }: PerformanceArea): string {
  if (kind === 'ward' || kind === 'lsoa') return boroughName === null ? name : `${name}, ${boroughName}`;
  return kind === 'unit' ? `${name} (command unit)` : `${name} (${kind})`;
}
