/** Minutes as hours with one decimal, for a column of hours: "412.5". */
export const hours = (minutes: number): string =>
  (minutes / 60).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** The same in a table, where nothing at all is a dash: what is there stands out. */
export const hoursOrNone = (minutes: number): string => (minutes === 0 ? '–' : hours(minutes));
