import { isOn, lastDayOf } from '../../lib/calendar/day-runs.ts';
import type { PostBook } from '../post-book.ts';
import { type FloorBreach, floorBreaches, type Span } from '../strength/floor-breaches.ts';
import { recordedWardsOn } from '../strength/recorded-wards.ts';
import type { WardFloor } from '../strength/ward-kind.ts';
import type { WardStrength } from '../strength/ward-strength.ts';
import { type SeatLine, seatLines } from './seat-line.ts';
import { type WardSergeants, wardSergeants } from './ward-sergeants.ts';

/** Somebody who was posted in the ward, now or before. */
export interface PastPosting {
  name: string;
  post: string;
  from: string;
  /** Last day; null: still there, as things are recorded. */
  last: string | null;
  kind: PostBook['postings'][number]['kind'];
  fromUnit: string | null;
}

/** A ward as the unit's book has it on a day. */
export interface WardView extends WardSergeants {
  code: string;
  name: string;
  borough: { code: string; name: string };
  /** null: who is posted in the wards of its borough is not recorded, so its strength is unknown. */
  strength: WardStrength | null;
  floor: SeatLine[];
  extra: SeatLine[];
  /** Of which the book does not say whether they are floor or extra. */
  other: SeatLine[];
  /** Days below the floor in the two years that end on the day, the latest first. */
  breaches: FloorBreach[];
  breachesFrom: string;
  /** The latest first. */
  history: PastPosting[];
  /** Whether the reader may see who is away. */
  seesAbsences: boolean;
}

/** A ward of the book on a day; null when there is no such ward on it. */
export function wardView(
  book: PostBook,
  code: string,
  asAt: string,
  floorOn: (date: string) => WardFloor,
): WardView | null {
  const ward = book.wards.find((each) => each.code === code && isOn(each.during, asAt));
  if (ward === undefined) return null;
  const lines = seatLines(
    book,
    asAt,
    (post) => post.duty === 'ward' && post.boundaryVersion === ward.boundaryVersion && post.wards.includes(code),
  );
  const { sergeants, ledWith } = wardSergeants(book, code, lines);
  const rest = lines.filter((line) => !sergeants.includes(line));
  const ofClass = (wardClass: 'floor' | 'extra' | null) => rest.filter(({ post }) => post.wardClass === wardClass);
  const breachesFrom = twoYearsBefore(asAt);
  const strength = recordedWardsOn(book, asAt, floorOn(asAt)).find((each) => each.code === code);
  const borough = book.boroughs.find((each) => each.code === ward.boroughCode);
  return {
    code,
    name: ward.name,
    borough: { code: ward.boroughCode, name: borough?.name ?? ward.boroughCode },
    strength: strength ?? null,
    sergeants,
    floor: ofClass('floor'),
    extra: ofClass('extra'),
    other: ofClass(null),
    breaches: breachesOf(book, ward, { from: breachesFrom, to: asAt }, floorOn),
    breachesFrom,
    history: historyOf(book, code),
    seesAbsences: book.absences !== null,
    ledWith,
  };
}

/** Of days on which already too few were posted, it is not said again that too few could be deployed. */
function breachesOf(
  book: PostBook,
  ward: PostBook['wards'][number],
  span: Span,
  floorOn: (date: string) => WardFloor,
): FloorBreach[] {
  const all = floorBreaches(book, span, floorOn, ward);
  const posted = all.filter(({ measured }) => measured === 'posted');
  return all
    .filter(
      (breach) =>
        breach.measured === 'posted' ||
        !posted.some(({ kind, from, to }) => kind === breach.kind && from === breach.from && to === breach.to),
    )
    .sort((a, b) => (a.from < b.from ? 1 : -1));
}

function historyOf(book: PostBook, code: string): PastPosting[] {
  const posts = new Map(
    book.posts.filter(({ wards }) => wards.includes(code)).map((post) => [post.reference, post.title]),
  );
  const names = new Map(book.officers.map(({ reference, name }) => [reference, name]));
  return book.postings
    .filter(({ post }) => posts.has(post))
    .map(({ officer, post, during, kind, fromUnit }) => ({
      name: names.get(officer) ?? officer,
      post: posts.get(post) ?? post,
      from: during.from,
      last: lastDayOf(during),
      kind,
      fromUnit,
    }))
    .sort((a, b) => (a.from === b.from ? (a.name < b.name ? -1 : 1) : a.from < b.from ? 1 : -1));
}

/** The same day two years before; of 29 February the 28th. */
function twoYearsBefore(date: string): string {
  const rest = date.slice(4);
  return `${Number(date.slice(0, 4)) - 2}${rest === '-02-29' ? '-02-28' : rest}`;
}
