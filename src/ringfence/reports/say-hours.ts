/** Minutes as hours to a tenth, for people: "1,234.5". */
export const sayHours = (minutes: number): string =>
  (minutes / 60).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
