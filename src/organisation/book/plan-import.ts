import { isDate } from '../../lib/calendar/is-date.ts';
import { addMonths } from './add-months.ts';
import type { BookRefusal, Held } from './book-rows.ts';
import { BOOK_CHECKS } from './checks/book-checks.ts';
import type { Places } from './places.ts';
import { postsRewritten } from './posts-rewritten.ts';
import { shortenWords } from './quoted.ts';
import type { BookRead, RowsRead } from './read-book-files.ts';
import { type Differences, standTogether } from './stand-together.ts';

/** What the files would do to what is held, or every reason why they may not. */
export type ImportPlan = { kind: 'ready'; differences: Differences } | { kind: 'refused'; refusals: BookRefusal[] };

/** Checks what the files of a book say against what is held. Changes nothing, and throws for nothing the files hold. */
export function planImport({ rows, refusals, unread }: BookRead, held: Held, places: Places): ImportPlan {
  const { given, tooLate } = withExpiry(rows, held);
  const { standing, differences, refusals: twice } = standTogether(given, held, places);
  const found = BOOK_CHECKS.flatMap((check) => check.find(standing, unread, places));
  const all = [...refusals, ...tooLate, ...twice, ...postsRewritten(differences, held), ...found].map((refusal) => ({
    ...refusal,
    sentence: shortenWords(refusal.sentence),
  }));
  if (all.length > 0) return { kind: 'refused', refusals: all.toSorted(byPlace) };
  return { kind: 'ready', differences };
}

/** Training whose end is left empty is valid for as long as its course says. */
function withExpiry(rows: RowsRead, held: Held): { given: RowsRead; tooLate: BookRefusal[] } {
  const months = new Map(
    [...held.rows.courses, ...rows.courses.map(({ row }) => row)].map(({ reference, validMonths }) => [
      reference,
      validMonths,
    ]),
  );
  const tooLate: BookRefusal[] = [];
  const training = rows.training.map(({ row, at }) => {
    const valid = months.get(row.course) ?? null;
    if (row.expiresOn !== null || valid === null) return { row, at };
    const expiresOn = addMonths(row.completedOn, valid);
    if (isDate(expiresOn)) return { row: { ...row, expiresOn }, at };
    const sentence = `The training of ${row.officer} of ${row.completedOn} would end after the year 2200: correct the day it was completed.`;
    tooLate.push({ ...at, sentence });
    return { row, at };
  });
  return { given: { ...rows, training }, tooLate };
}

const byPlace = (a: BookRefusal, b: BookRefusal): number =>
  a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1;
