/** Every pilot. */
export const PILOTS = '/evaluation';

/** The result of a pilot; of one outcome of one of its groups where these are named. */
export function resultAddress(charter: string, of: { group: string; measure: string } | null = null): string {
  const base = `${PILOTS}/${encodeURIComponent(charter)}`;
  return of === null ? base : `${base}?${new URLSearchParams({ group: of.group, outcome: of.measure })}#outcome`;
}

/** A page beside the result: its board, its decisions, its charter. */
export const besideAddress = (charter: string, page: 'monitor' | 'decisions' | 'charter'): string =>
  `${resultAddress(charter)}/${page}`;

/** Takes the form that keeps the looks which are due. */
export const recordAddress = (charter: string): string => `${besideAddress(charter, 'monitor')}/record`;

/** A file of a pilot, such as "months.csv". */
export const fileAddress = (charter: string, file: string): string => `${resultAddress(charter)}/files/${file}`;
