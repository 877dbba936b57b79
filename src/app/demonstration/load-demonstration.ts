import { adoptPlan, listProposals } from '../../allocation/service.ts';
import { referenceAreas } from '../../geography/index.ts';
import { CENTRAL_NORTH } from '../../organisation/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { importSynthetic, listImports } from '../../sources/service.ts';
import { demonstrationFigures } from './figures.ts';
import { loadDemonstrationBook } from './load-demonstration-book.ts';
import { loadDemonstrationReview } from './load-demonstration-review.ts';
import { demonstrationPerformance } from './performance-figures.ts';

/** Officers of the demonstration's plan: made up, like its figures. */
const DEMONSTRATION_OFFICERS = { dwo: 118, pcso: 48 };
/** The day after its last month. */
const DEMONSTRATION_PLAN_FROM = '2026-03-01';

/**
 * Fills records into which nothing was ever imported: made-up figures, a plan made from them, a post book of its
 * officers, and an open review. Goes on where it was stopped between two of them, wherever those figures are all there is.
 * Does nothing anywhere else, so that a folder somebody works with is never filled behind their back.
 * @returns whether it filled them
 */
export async function loadDemonstration(platform: Platform): Promise<boolean> {
  const { records } = platform;
  const imports = await listImports(records);
  const onlyMadeUp = imports.every(({ kind, revertedAt }) => kind === 'synthetic' && revertedAt === null);
  if (!onlyMadeUp) return false;
  const wards = referenceAreas('wards-2022');
  const asked = { asAt: DEMONSTRATION_PLAN_FROM, ...DEMONSTRATION_OFFICERS };
  const isPlanned = (await listProposals(platform, CENTRAL_NORTH.name)).length > 0;
  if (!isPlanned) {
    if (imports.length === 0)
      await importSynthetic(
        platform,
        [...demonstrationFigures(wards), ...demonstrationPerformance(wards)],
        'synthetic demonstration data',
      );
    await adoptPlan(platform, { unit: CENTRAL_NORTH.name, ...asked });
  }
  const laid = [
    await loadDemonstrationBook(platform, DEMONSTRATION_PLAN_FROM),
    await loadDemonstrationReview(platform, asked),
  ];
  return !isPlanned || laid.includes(true);
}
