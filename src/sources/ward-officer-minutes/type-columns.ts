import { categoryKey } from '../../measures/index.ts';

/** Every type of abstraction has a column of this beginning. */
const PREFIX = 'Abstraction Type_';

/** The type of minutes in which officers were not taken away. */
export const NOT_ABSTRACTED_TYPE = 'Not Abstracted';

/** The minutes on duty in which officers were not taken away. */
export const NOT_ABSTRACTED = `${PREFIX}${NOT_ABSTRACTED_TYPE}`;

export const PUBLISHER = 'dwo';

/** The columns of minutes among those of a file, with the source category of each. */
export function typeColumns(columns: readonly string[]): { column: string; category: string }[] {
  return columns
    .filter((column) => column.startsWith(PREFIX) && column.length > PREFIX.length)
    .map((column) => ({ column, category: categoryOfType(column.slice(PREFIX.length)) }));
}

/** Types of abstraction are one level down, so that those of a later file count as abstracted without being known. */
export function categoryOfType(type: string): string {
  return type === NOT_ABSTRACTED_TYPE ? categoryKey(PUBLISHER, type) : categoryKey(PUBLISHER, 'abstracted', type);
}
