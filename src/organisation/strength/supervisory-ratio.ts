import type { PostBook } from '../post-book.ts';
import { boroughsOfBook } from './boroughs-of-book.ts';
import { addUp } from './full-time-equivalents.ts';
import { ratioOf } from './management.ts';
import { partOf } from './part-of.ts';
import { type Seat, seatsOn } from './seats-on.ts';
import { strengthIsKnown } from './ward-strength.ts';

/** Detective sergeants and the detectives they supervise, in full-time equivalents. */
export interface Supervision {
  sergeants: number;
  constables: number;
  /** Detective constables to one detective sergeant; null when there is no sergeant. */
  ratio: number | null;
  /** The same in words: "one detective sergeant to 4.5 detectives". */
  words: string;
}

/** The investigation strand of a unit or of a borough. */
export interface InvestigationSupervision {
  /** Code; null: the unit. */
  borough: string | null;
  name: string;
  posts: Supervision;
  /** null: the book holds nobody's posting. */
  strength: Supervision | null;
}

/** How many detectives a detective sergeant supervises in investigation on a date: the unit first, then its boroughs. */
export function supervisoryRatios(book: PostBook, date: string): InvestigationSupervision[] {
  const seats = seatsOn(book, date).filter(({ post }) => post.strand === 'investigation');
  const known = strengthIsKnown(book, date);
  const boroughs = boroughsOfBook(book, date);
  const places = [{ code: null, name: book.unit }, ...boroughs];
  return places.map(({ code, name }) => {
    const part = (seat: Seat) => (code === null ? 1 : partOf(seat.post, code));
    return {
      borough: code,
      name,
      posts: supervision(seats, (seat) => seat.post.fullTimeEquivalents * part(seat)),
      strength: known ? supervision(seats, (seat) => seat.filled * part(seat)) : null,
    };
  });
}

function supervision(seats: readonly Seat[], amount: (seat: Seat) => number): Supervision {
  const ofRank = (rank: string) => addUp(seats.filter(({ post }) => post.rank === rank).map(amount));
  const sergeants = ofRank('Detective Sergeant');
  const constables = ofRank('Detective Constable');
  return { sergeants, constables, ratio: ratioOf(constables, sergeants), words: ratioWords(sergeants, constables) };
}

function ratioWords(sergeants: number, constables: number): string {
  if (sergeants === 0 && constables === 0) return 'no detectives and no detective sergeants';
  if (sergeants === 0) return `no detective sergeant for ${oneDecimal(constables)} ${noun(constables)}`;
  const ratio = constables / sergeants;
  return `one detective sergeant to ${oneDecimal(ratio)} ${noun(ratio)}`;
}

/** Short, as it is read: 4.5, and 4 for 4.0. */
const oneDecimal = (number: number) => String(Math.round(number * 10) / 10);
const noun = (number: number) => (oneDecimal(number) === '1' ? 'detective' : 'detectives');
