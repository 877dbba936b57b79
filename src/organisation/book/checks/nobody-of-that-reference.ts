import type { At, BookRefusal } from '../book-rows.ts';
import { quoted } from '../quoted.ts';
import type { BookCheck } from './check.ts';

/** What a row speaks of is in the files or held already. */
export const nobodyOfThatReference: BookCheck = {
  name: 'nobody-of-that-reference',
  find(book, unread) {
    if (unread.lines) return [];
    const known = {
      officer: new Set(book.officers.map(({ row }) => row.reference)),
      post: new Set(book.posts.map(({ row }) => row.reference)),
      course: new Set(book.courses.map(({ row }) => row.reference)),
      asset: new Set(book.assets.map(({ row }) => row.reference)),
    };
    const found: BookRefusal[] = [];
    const look = (what: keyof typeof known, reference: string, at: At | null) => {
      if (at === null || known[what].has(reference) || unread.references.has(reference)) return;
      const sentence = `There is no ${what} ${quoted(reference)} in the files or the records: add it to ${FILES[what]}.csv, or correct the reference.`;
      found.push({ ...at, sentence });
    };
    for (const { row, at } of book.postings) {
      look('officer', row.officer, at);
      look('post', row.post, at);
    }
    for (const { row, at } of book.absences) look('officer', row.officer, at);
    for (const { row, at } of book.training) {
      look('officer', row.officer, at);
      look('course', row.course, at);
    }
    for (const { row, at } of book.bookings) look('asset', row.asset, at);
    return found;
  },
};

const FILES = { officer: 'officers', post: 'posts', course: 'courses', asset: 'assets' };
