/** Proposals from which on their columns need room of their own on a phone. */
const MANY = 4;

/** Class of what holds a table with a column for each proposal. */
export const sideBySideClass = (proposals: number): string =>
  proposals < MANY ? 'w-side-by-side' : 'w-side-by-side w-side-by-side--many';
