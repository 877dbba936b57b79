import type { TextSource } from '../text-source.ts';
import { COLUMNS, columnNames, readWeights } from './read-weights.ts';

/** A table of harm weights that the user supplies: one row for each offence. */
export const HARM_WEIGHTS: TextSource = {
  kind: 'harm-weights',
  title: 'Harm weights',
  reads: 'tables of harm weights (offence, weight, version, source)',
  knows(head) {
    if (head.kind !== 'csv') return false;
    const names = columnNames(head.columns);
    if (!names.includes('offence') || !names.includes('weight')) return false;
    const lacking = COLUMNS.filter((column) => !names.includes(column));
    if (lacking.length > 0) {
      return {
        refused: `looks like a table of harm weights without the column ${lacking.join(' and the column ')}: add it, the same in every row`,
      };
    }
    const twice = COLUMNS.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
    return twice === undefined || { refused: `names the column "${twice}" twice: take one out` };
  },
  read: (text) => readWeights(text),
};
