import { BOUNDARY_VERSIONS, type BoundaryVersion } from '../../geography/index.ts';
import type { Measure } from '../model.ts';

/** Categories that count a few people of a kind in a small place: searches by the ethnicity an officer gave. */
const ABOUT_FEW_PEOPLE = 'stop-and-search/officer-defined-ethnicity/';
const LARGE_SETS: readonly BoundaryVersion[] = ['boroughs-2022', 'police-forces'];

/**
 * Sets of areas of which figures are given out. Counts of people by ethnicity are given for boroughs and forces only,
 * though the incidents are public: in a ward they are so few that a figure can be about one person.
 */
export function publishableSets({ categories }: Pick<Measure, 'categories'>): readonly BoundaryVersion[] {
  return categories.some((category) => isAboutFewPeople(category)) ? LARGE_SETS : BOUNDARY_VERSIONS;
}

/** Categories of plain CSV files about few people, of which no sum of a file's month is given out. */
const KEPT_APART =
  /^(recorded-counts\/hate-crime|victims-by-ethnicity\/|backlog\/(online-child-abuse|rape)|(crime-outcomes|charges)\/(rape|domestic-abuse))/;

/** Whether what a file has of a category in a month is given out for a set of areas. */
export function isPublishable(category: string, version: BoundaryVersion | 'unplaced'): boolean {
  if (KEPT_APART.test(category)) return false;
  return !isAboutFewPeople(category) || LARGE_SETS.some((set) => set === version);
}

const isAboutFewPeople = (category: string): boolean => category.startsWith(ABOUT_FEW_PEOPLE);
