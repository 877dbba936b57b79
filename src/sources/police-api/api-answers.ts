import { type FirstKeys, firstKeys } from './first-keys.ts';

/** What an answer of the API of data.police.uk is; `refused` says what it is and what to do. */
export type ApiAnswer = 'crimes' | 'details' | 'people' | 'priorities' | 'events' | 'boundary' | { refused: string };

const OF_THE_API = 'of the API of data.police.uk';
const NO_FIGURES = `${OF_THE_API}, which has nothing to keep: give answers with crimes or of one neighbourhood`;

interface Shape {
  container: FirstKeys['container'];
  /** Fields by which it is told. */
  has: readonly string[];
  /** True when it has no others. */
  only?: boolean;
  answer: ApiAnswer;
}

/** Answers as the API's own pages describe them, the more exact first. */
const SHAPES: readonly Shape[] = [
  { container: 'list', has: ['category', 'location_type', 'location', 'month'], answer: 'crimes' },
  { container: 'list', has: ['issue', 'issue-date'], answer: 'priorities' },
  { container: 'list', has: ['title', 'start_date'], answer: 'events' },
  { container: 'list', has: ['name', 'rank'], answer: 'people' },
  { container: 'list', has: ['latitude', 'longitude'], only: true, answer: 'boundary' },
  { container: 'record', has: ['id', 'name', 'url_force'], answer: 'details' },
  {
    container: 'record',
    has: ['id', 'name', 'engagement_methods'],
    answer: { refused: `is what a whole police force says of itself, an answer ${NO_FIGURES}` },
  },
  {
    container: 'record',
    has: ['force', 'neighbourhood'],
    only: true,
    answer: { refused: `says which neighbourhood a point lies in, an answer ${NO_FIGURES}` },
  },
  {
    container: 'record',
    has: ['date'],
    only: true,
    answer: { refused: `says when figures were last updated, an answer ${NO_FIGURES}` },
  },
  {
    container: 'record',
    has: ['crime', 'outcomes'],
    answer: {
      refused: `is the outcomes of one crime, an answer ${OF_THE_API}: give the outcomes CSV of the month instead`,
    },
  },
  {
    container: 'list',
    has: ['date', 'stop-and-search'],
    answer: { refused: `is the list of months there are figures for, an answer ${NO_FIGURES}` },
  },
  {
    container: 'list',
    has: ['url', 'name'],
    only: true,
    answer: { refused: `is the list of crime categories, an answer ${NO_FIGURES}` },
  },
  {
    container: 'list',
    has: ['crime', 'category', 'date'],
    answer: { refused: `is outcomes at a place, an answer ${OF_THE_API}: give the outcomes CSV of the month instead` },
  },
  {
    container: 'list',
    has: ['involved_person', 'legislation'],
    answer: {
      refused: `is stops and searches, an answer ${OF_THE_API}: give the stop-and-search CSV of the month instead`,
    },
  },
];

const EMPTY = `is an empty list, an answer ${OF_THE_API} that says neither of what nor of which month: nothing can be kept of it, and a ward's month without crimes can be had from the street files`;

/** What an answer of the API is, told by its fields; null for JSON that is none. */
export function apiAnswer(start: string): ApiAnswer | null {
  const first = firstKeys(start);
  if (first === null) return null;
  if (first.container === 'list' && first.keys.length === 0)
    return /^\s*\[\s*\]\s*$/.test(start) ? { refused: EMPTY } : null;
  if (first.container === 'list' && isOnly(first, ['id', 'name'])) return { refused: listOf(start) };
  const shape = SHAPES.find(
    ({ container, has, only }) =>
      container === first.container && (only ? isOnly(first, has) : has.every((key) => first.keys.includes(key))),
  );
  return shape?.answer ?? null;
}

function isOnly({ keys }: FirstKeys, wanted: readonly string[]): boolean {
  return keys.length === wanted.length && wanted.every((key) => keys.includes(key));
}

/** Forces are named in small letters and hyphens ("avon-and-somerset"), neighbourhoods by codes ("NC04"). */
function listOf(start: string): string {
  const ids = [...start.matchAll(/"id"\s*:\s*"([^"]*)"/g)].map(([, id]) => id ?? '');
  const what = ids.every((id) => /^[a-z]+(-[a-z]+)*$/.test(id)) ? 'police forces' : "a force's neighbourhoods";
  return `is the list of ${what}, an answer ${NO_FIGURES}`;
}
