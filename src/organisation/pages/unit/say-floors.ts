import { andList } from '../../../ui/and-list.ts';
import { countWords } from '../../../ui/count-words.ts';
import type { UnitView } from '../unit-view.ts';

/** Which wards are below their floor, and of which boroughs that is not known. */
export function sayFloors(unit: UnitView): string {
  const { below, recorded } = unit;
  if (recorded === 0) return sayUnrecorded(unit);
  const said =
    below.length === 0
      ? `Each of the ${countWords(recorded, 'ward')} has its floor.`
      : `Of ${countWords(recorded, 'ward')}, ${andList(below.map(({ name }) => name))} ${below.length === 1 ? 'is' : 'are'} below the floor.`;
  return `${said} ${sayUnrecorded(unit)}`.trim();
}

/** Empty when it is recorded of every borough. */
function sayUnrecorded({ unrecorded }: UnitView): string {
  return unrecorded.length === 0
    ? ''
    : `Who is posted in the wards of ${andList(unrecorded)} is not recorded, so whether they have their floor is not known.`;
}
