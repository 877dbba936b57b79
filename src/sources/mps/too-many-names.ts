import type { Place } from './place.ts';

/** Publications have up to 57 offences and 4 places that are no official area; far more are columns that changed places. */
const MOST_CATEGORIES = 200;
const MOST_UNPLACED = 100;

/**
 * Why a table's names cannot be right, as half a sentence; null when they may be. Every category gets a run in every area,
 * so that a table whose columns changed places would come to millions of them.
 */
export function tooManyNames(
  named: readonly { place: Place | null; category: string | null }[],
): { kind: 'refused'; because: string } | null {
  const categories = new Set(named.map(({ category }) => category));
  const unplaced = new Set(named.flatMap(({ place }) => (place?.version === 'unplaced' ? [place.areaCode] : [])));
  if (categories.size > MOST_CATEGORIES) return refused(`${categories.size} offences`, MOST_CATEGORIES);
  return unplaced.size > MOST_UNPLACED ? refused(`${unplaced.size} places that are no area`, MOST_UNPLACED) : null;
}

function refused(what: string, most: number): { kind: 'refused'; because: string } {
  return {
    kind: 'refused',
    because: `names ${what}, where at most ${most} can be right, so its columns may have changed places: download it again`,
  };
}
