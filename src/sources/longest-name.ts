/** Letters a name in a table may have; the longest field of any real table read so far has 71. */
export const LONGEST_NAME = 200;

/** Names become keys by which figures are found: one of thousands of letters is damage, and too long for an index. */
export const isTooLong = (name: string): boolean => name.length > LONGEST_NAME;

export const TOO_LONG = `a field longer than ${LONGEST_NAME} letters`;
