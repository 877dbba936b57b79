/** The columns of a roster file, in the order in which its README lists them. */
export const COLUMNS = [
  { name: 'officer', needed: true, holds: 'warrant or staff number, as the post book has it' },
  { name: 'day', needed: true, holds: 'day on which the duty starts: 2026-10-24 or 24/10/2026' },
  { name: 'start', needed: true, holds: '22:00, or a whole date-time with its offset; empty for a whole day' },
  { name: 'end', needed: true, holds: 'as start; an end that is not later is on the next day' },
  { name: 'code', needed: true, holds: 'what the row is: a code of the list below' },
  { name: 'ward', needed: false, holds: 'name or code of the ward; that of the officer’s posting where empty' },
  { name: 'contracted_minutes', needed: false, holds: 'of leave: contracted minutes it took; a whole day where empty' },
  { name: 'ordered_by', needed: false, holds: 'who ordered an absence, by role; nobody known where empty' },
  { name: 'event', needed: false, holds: 'key of the event of the calendar that the order was for' },
  {
    name: 'reference',
    needed: false,
    holds: 'number of the order or message; of a rest day given back the day on which it was worked',
  },
] as const;

export type ColumnName = (typeof COLUMNS)[number]['name'];
export type RosterCells = Readonly<Record<ColumnName, string>>;

export const NO_CELLS: RosterCells = {
  officer: '',
  day: '',
  start: '',
  end: '',
  code: '',
  ward: '',
  contracted_minutes: '',
  ordered_by: '',
  event: '',
  reference: '',
};
