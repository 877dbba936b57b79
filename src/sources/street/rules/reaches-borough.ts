/** What one force's files in one command have in one borough. */
export interface BoroughHits {
  incidents: number;
  wards: number;
  /** Wards with at least one incident. */
  wardsHit: number;
}

/** Of the incidents per ward in the borough that has most. */
const SMALL_SHARE = 0.05;

/**
 * Whether files cover a borough, or only spill over its edge. An extract for two boroughs has some points just
 * across their borders; taken as whole, it would say that the neighbours had hardly any crime. A borough is left out
 * when it has no incident at all, however few there are elsewhere: nothing says that the files are of it. So is one of
 * which fewer than half the wards have an incident and that has under 5 % of the incidents per ward of the fullest one.
 * In the archive of Camden and Islington the neighbours have at most 2.3 % and a third of their wards; in the files of
 * the whole force, borough by borough, no fewer than 17.9 % and all wards.
 * @param all what the same files have in every borough of the force
 */
export function reachesBorough(borough: BoroughHits, all: readonly BoroughHits[]): boolean {
  if (borough.incidents === 0) return false;
  const fullest = Math.max(...all.map(perWard));
  return borough.wardsHit * 2 >= borough.wards || perWard(borough) >= SMALL_SHARE * fullest;
}

function perWard({ incidents, wards }: BoroughHits): number {
  return incidents / wards;
}
