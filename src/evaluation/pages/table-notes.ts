import type { TableSource } from '../../lib/tables/index.ts';
import type { EvaluationResult } from '../model.ts';

/** What must be read beside the figures of a pilot wherever they go. */
export function notesOf({ kind, paragraph, remarks, charter, synthetic }: EvaluationResult): string[] {
  return [
    paragraph,
    ...(kind === 'retrospective'
      ? ['The charter is retrospective: it was written after the start, and it cannot be signed.']
      : []),
    ...charter.amendments.map(({ number, on, because }) => `Amendment ${number}, ${on}: ${because}`),
    ...(synthetic ? ['Figures or charter are made up, for a demonstration.'] : []),
    ...remarks,
    `Fingerprint of the charter (SHA-256): ${charter.hash}.`,
  ];
}

/** Where the figures of a pilot come from. */
export const sourcesOf = ({ figures }: EvaluationResult): TableSource[] =>
  figures.files.map((file) => ({ title: `${figures.vintage}: ${file}` }));
