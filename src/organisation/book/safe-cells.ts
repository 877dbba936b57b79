import { formulaSafe } from '../../lib/tables/index.ts';

/** Whether text is an apostrophe, or several, before what a spreadsheet would take for a formula. */
const isMarked = (text: string): boolean => {
  const rest = text.replace(/^'+/, '');
  return rest.length < text.length && formulaSafe(rest) !== rest;
};

/** Takes off the apostrophe that an export puts before what a spreadsheet would take for a formula. */
export const withoutApostrophe = (text: string): string => (isMarked(text) ? text.slice(1) : text);

/**
 * Text that an export may write as it is and that is read back alike: what begins with such an apostrophe of its own gets
 * another, because one is taken off again. The apostrophe before a bare formula comes with the line of CSV.
 */
export const withApostrophe = (text: string): string => (isMarked(text) ? `'${text}` : text);
