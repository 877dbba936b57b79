import { cellWords } from './matrix-words.ts';
import { MODULES, ROLES } from './model.ts';
import { PERMISSION_MATRIX } from './permission-matrix.ts';

/** The matrix as lines of Markdown, a list for each module: docs/permissions.md is kept equal to it by a test. */
export function permissionLines(): string[] {
  return MODULES.flatMap((module) => [
    `## ${module}`,
    '',
    ...ROLES.flatMap((role) => {
      const cells = PERMISSION_MATRIX[module][role];
      return cells === undefined ? [] : [`- **${role}**: ${cells.map(cellWords).join('; ')}`];
    }),
    '',
  ]);
}
