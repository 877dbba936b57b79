import { categoryKey } from '../../measures/index.ts';

/** Every type of abstraction has a column of this beginning. */
const PREFIX = 'Abstraction Type_';

/** The minutes on duty in which officers were not taken away. */
export const NOT_ABSTRACTED = `${PREFIX}Not Abstracted`;

export const PUBLISHER = 'dwo';

/** The columns of minutes among those of a file, with the source category of each. */
export function typeColumns(columns: readonly string[]): { column: string; category: string }[] {
  return columns
    .filter((column) => column.startsWith(PREFIX) && column.length > PREFIX.length)
    .map((column) => ({ column, category: categoryOf(column) }));
}

/** Types of abstraction are one level down, so that those of a later file count as abstracted without being known. */
function categoryOf(column: string): string {
  return column === NOT_ABSTRACTED
    ? categoryKey(PUBLISHER, 'Not Abstracted')
    : categoryKey(PUBLISHER, 'abstracted', column.slice(PREFIX.length));
}
