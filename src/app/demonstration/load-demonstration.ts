import { adoptPlan, planInForce } from '../../allocation/service.ts';
import { referenceAreas } from '../../geography/index.ts';
import { CENTRAL_NORTH } from '../../organisation/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { importSynthetic, listImports } from '../../sources/service.ts';
import { demonstrationFigures } from './figures.ts';

/** Officers of the demonstration's plan: made up, like its figures. */
const DEMONSTRATION_OFFICERS = { dwo: 118, pcso: 48 };
const DEMONSTRATION_DATE = '2026-03-01';

/** Fills a folder that nothing was ever imported into; does nothing anywhere else. */
export async function loadDemonstration(platform: Platform): Promise<void> {
  if ((await listImports(platform.records)).length > 0) return;
  await importSynthetic(platform, demonstrationFigures(referenceAreas('wards-2022')), 'synthetic demonstration data');
}
