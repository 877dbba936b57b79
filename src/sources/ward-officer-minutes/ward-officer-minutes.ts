import type { TextSource } from '../text-source.ts';
import { readMinutes } from './read-minutes.ts';
import { NOT_ABSTRACTED, typeColumns } from './type-columns.ts';

const LOST = `looks like the dedicated ward officers’ minutes without the column "${NOT_ABSTRACTED}", so it is not known how long they were on duty: download it again`;

/** Dedicated ward officers' minutes by borough and month: one row each, one column for each type of abstraction. */
export const WARD_OFFICER_MINUTES: TextSource = {
  kind: 'ward-officer-minutes',
  title: 'Dedicated ward officers’ minutes by borough and month',
  reads: 'dedicated ward officers’ minutes by borough',
  knows(head) {
    if (head.kind !== 'csv' || !['Date', 'Borough'].every((column) => head.columns.includes(column))) return false;
    if (typeColumns(head.columns).length === 0) return false;
    return head.columns.includes(NOT_ABSTRACTED) ? true : { refused: LOST };
  },
  read: (text, { now }) => readMinutes(text, now),
};
