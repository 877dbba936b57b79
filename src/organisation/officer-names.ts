import { isOn } from '../lib/calendar/day-runs.ts';
import type { Officer, PostBook } from './post-book.ts';

/** Says an officer by name and number; by number alone where the book names nobody of it. */
export function officerNames(book: PostBook): (reference: string) => string {
  const names = new Map(book.officers.map(({ reference, name }) => [reference, name]));
  return (reference) => {
    const name = names.get(reference);
    return name === undefined ? reference : `${name} (${reference})`;
  };
}

/** The officer's rank on a date; null where none is recorded. */
export function rankOn(officer: Officer | undefined, date: string): string | null {
  return officer?.ranks.find(({ during }) => isOn(during, date))?.rank ?? null;
}
