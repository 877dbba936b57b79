/** What one force's files in one import have in one borough. */
export interface BoroughHits {
  incidents: number;
  wards: number;
  /** Wards with at least one incident. */
  wardsHit: number;
}

/** Fewer incidents than this tell nothing of what a file leaves out. */
const ENOUGH_INCIDENTS = 1_000;
/** Of the incidents per ward in the borough that has most. */
const SMALL_SHARE = 0.05;

/**
 * Whether a file covers a borough, or only spills over its edge. An extract for two boroughs has some points just
 * across their borders; taken as whole, it would say that the neighbours had hardly any crime. A borough is left out
 * when fewer than half its wards have an incident and it has under 5 % of the incidents per ward of the fullest one.
 * In the archive of Camden and Islington the neighbours have at most 2.3 % and a third of their wards; in the files of
 * the whole force, borough by borough, no fewer than 17.9 % and all wards.
 * @param all what the same files have in every borough of the force
 */
export function reachesBorough(borough: BoroughHits, all: readonly BoroughHits[]): boolean {
  const incidents = all.reduce((sum, each) => sum + each.incidents, 0);
  if (incidents < ENOUGH_INCIDENTS) return true;
  const fullest = Math.max(...all.map(perWard));
  return borough.wardsHit * 2 >= borough.wards || perWard(borough) >= SMALL_SHARE * fullest;
}

function perWard({ incidents, wards }: BoroughHits): number {
  return incidents / wards;
}
