/** Proposals from which on their columns need room of their own on a phone. */
const MANY = 4;

/** Class of what holds a table with a column for each proposal. */
export const sideBySideClass = (proposals: number): string =>
  proposals < MANY ? 'w-side-by-side' : 'w-side-by-side w-side-by-side--many';

/** Said above such a table, whose last columns a phone hides without a sign. */
export const SCROLLS = 'On a narrow screen it scrolls sideways to the last proposal.';
