import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { referenceAreas } from '../../../geography/index.ts';
import { demonstrationBook } from './post-book.ts';

const wards = referenceAreas('wards-2022');
const planned = wards.map(({ code, name }, index) => ({
  code,
  dwo: name === 'Bloomsbury' ? 6 : 2 + (index % 3),
  pcso: index % 4 === 0 ? 2 : 1,
}));
const TODAY = '2026-11-22';
const book = demonstrationBook(wards, planned, TODAY);
const on = ({ from, until }: { from: string; until: string | null }, day: string) =>
  from <= day && (until === null || day < until);
const filledOn = (day: string) =>
  new Map(
    book.posts.map(({ reference }) => [
      reference,
      book.postings
        .filter(({ post, during }) => post === reference && on(during, day))
        .reduce((sum, { fraction }) => sum + fraction, 0),
    ]),
  );

test('it is the same for everybody who fills the demonstration in the same month', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(hash(JSON.stringify(demonstrationBook(wards, planned, '2026-11-01')))).toBe(hash(JSON.stringify(book)));
  expect(demonstrationBook(wards, planned, '2026-12-01')).not.toEqual(book);
});

test('28 ward sergeants lead every ward once, 18 of the wards in pairs of neighbours', () => {
  const led = book.posts.filter(({ title }) => title === 'Ward sergeant').map(({ wards }) => wards);
  expect(led).toHaveLength(28);
  expect(led.flat().sort()).toEqual(wards.map(({ code }) => code));
  expect(led.filter((codes) => codes.length === 2)).toHaveLength(9);
});

test('every ward has its floor and what the plan adds', () => {
  for (const { code, dwo, pcso } of planned) {
    const here = book.posts.filter((post) => post.wards.includes(code) && post.rank !== 'Sergeant');
    expect(here.filter(({ rank, wardClass }) => rank === 'Constable' && wardClass === 'floor')).toHaveLength(2);
    expect(here.filter(({ rank }) => rank === 'Constable')).toHaveLength(dwo);
    expect(here.filter(({ rank }) => rank === 'PCSO')).toHaveLength(pcso);
  }
});

test('everybody has a name of their own that says it is made up, and is never posted above one', () => {
  expect(new Set(book.officers.map(({ name }) => name)).size).toBe(book.officers.length);
  expect(book.officers.every(({ name }) => / Demo-/.test(name))).toBe(true);
  for (const { reference } of book.officers) {
    const postings = book.postings.filter(({ officer }) => officer === reference);
    for (const { during } of postings) {
      const sum = postings
        .filter((other) => on(other.during, during.from))
        .reduce((all, { fraction }) => all + fraction, 0);
      expect(sum).toBeLessThanOrEqual(1);
    }
  }
});

test.each(['2024-01-01', '2025-07-01', '2026-03-01', TODAY])('no post holds more than one on %s', (day) => {
  for (const filled of filledOn(day).values()) expect(filled).toBeLessThanOrEqual(1);
});

test('postings lie within their posts and point at what there is', () => {
  for (const { post, officer, during } of book.postings) {
    const of = book.posts.find(({ reference }) => reference === post);
    expect(of !== undefined && of.during.from <= during.from).toBe(true);
    expect(book.officers.some(({ reference }) => reference === officer)).toBe(true);
  }
  const there = new Set(book.officers.map(({ reference }) => reference));
  expect([...book.absences, ...book.training].every(({ officer }) => there.has(officer))).toBe(true);
  expect(book.absences).toHaveLength(5);
});

test('today two wards are below their floor and two are at it by an extra', () => {
  const filled = filledOn(TODAY);
  const short = wards.flatMap(({ code, boroughCode }) =>
    (['Constable', 'PCSO'] as const).flatMap((rank) => {
      const here = book.posts.filter((post) => post.wards.includes(code) && post.rank === rank);
      const strength = here.reduce((sum, { reference }) => sum + (filled.get(reference) ?? 0), 0);
      const floorVacant = here.some(({ reference, wardClass }) => wardClass === 'floor' && filled.get(reference) === 0);
      const floor = rank === 'PCSO' ? 1 : 2;
      return strength < floor ? [`${boroughCode} below`] : floorVacant ? [`${boroughCode} by an extra`] : [];
    }),
  );
  expect(short.sort()).toEqual([
    'E09000007 below',
    'E09000007 by an extra',
    'E09000019 below',
    'E09000019 by an extra',
  ]);
});

test('every month of a year has such a book', () => {
  for (let month = 1; month <= 12; month += 1) {
    const other = demonstrationBook(wards, planned, `2027-${String(month).padStart(2, '0')}-31`);
    expect(other.postings.every(({ during }) => during.until === null || during.from < during.until)).toBe(true);
  }
});
