import { BOUNDARY_VERSIONS, type BoundaryVersion } from '../../geography/index.ts';

/** Figures that everybody can read, or count, without Wardroom. */
interface AlreadyPublic {
  /** What a source category begins with. */
  category: string;
  sets: readonly BoundaryVersion[];
  /** Where, for the record of each decision. */
  where: string;
}

const LARGE: readonly BoundaryVersion[] = ['boroughs-2022', 'police-forces'];
const OPEN: readonly BoundaryVersion[] = ['boroughs-2022', 'police-forces', 'wards-2022'];

/**
 * What the police publish themselves, by set of areas; the first that a category begins with counts. Figures of plain CSV
 * files (recorded counts, measures of service) are not here: no public file holds them.
 */
const ALREADY_PUBLIC: readonly AlreadyPublic[] = [
  {
    category: 'mps/sexual-offences',
    sets: OPEN,
    where: 'The Metropolitan Police gives them by borough and ward, and not by LSOA, on the London Datastore.',
  },
  { category: 'mps/', sets: BOUNDARY_VERSIONS, where: 'The Metropolitan Police gives them on the London Datastore.' },
  { category: 'mps-vawg/', sets: OPEN, where: 'The Metropolitan Police gives them by ward in its dashboard.' },
  {
    category: 'mps-knife/',
    sets: OPEN,
    where: 'The Metropolitan Police gives them by borough and neighbourhood team in its dashboard.',
  },
  {
    category: 'stop-and-search/officer-defined-ethnicity/',
    sets: LARGE,
    where: 'They can be counted by borough and force from the files of data.police.uk, and are a large area’s.',
  },
  {
    category: 'stop-and-search/',
    sets: BOUNDARY_VERSIONS,
    where: 'They can be counted from the files of data.police.uk.',
  },
];

/**
 * Where the figures of a measure can be read or counted already, for a set of areas; null where any part of them cannot.
 * @param categories source categories that it sums
 */
export function alreadyPublic(categories: readonly string[], version: BoundaryVersion): string | null {
  const where = new Set<string>();
  for (const category of categories) {
    if (category.startsWith('demonstration/')) continue;
    const found = ALREADY_PUBLIC.find((each) => category.startsWith(each.category));
    if (!found?.sets.includes(version)) return null;
    where.add(found.where);
  }
  return where.size === 0 ? null : [...where].join(' ');
}
