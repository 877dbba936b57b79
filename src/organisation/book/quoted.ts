/** Letters of a text that a sentence repeats. */
const LONGEST = 60;

/**
 * A text in quotation marks, as a sentence repeats what stands in a cell: its beginning when it is long.
 * @example quoted('Constible'); // '"Constible"'
 */
export const quoted = (text: string): string => `"${shorten(text)}"`;

/**
 * A sentence with each of its long words cut to what can be read: references are as long as a file makes them. What is quoted
 * already is left, with its quotation marks and what follows them.
 */
export const shortenWords = (sentence: string): string => sentence.replace(/\S{71,}/gu, shorten);

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
