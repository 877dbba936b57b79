/** A sentence of a paragraph. */
export interface Piece {
  text: string;
  /** The same in fewer words, which is used before anything is left out. */
  shorter?: string;
  /** 0 is never left out; of others those of the highest rank go first, the last of them first. */
  rank: number;
}

/**
 * Joins sentences to a paragraph of at most so many words: first the longest that has a shorter form is shortened, then what
 * weighs least is left out. Those of rank 0 stay, even where they are too long together.
 */
export function fitWords(pieces: readonly Piece[], most: number): string {
  let kept = [...pieces];
  while (countOf(kept) > most) {
    const next = shorten(kept) ?? leaveOut(kept);
    if (next === null) break;
    kept = next;
  }
  return kept.map(({ text }) => text).join(' ');
}

/** How many words a text has. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

const countOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + wordCount(text), 0);

function shorten(pieces: readonly Piece[]): Piece[] | null {
  const longest = pieces
    .filter(({ shorter }) => shorter !== undefined)
    .toSorted((one, other) => wordCount(other.text) - wordCount(one.text))[0];
  if (longest?.shorter === undefined) return null;
  const short = { text: longest.shorter, rank: longest.rank };
  return pieces.map((piece) => (piece === longest ? short : piece));
}

function leaveOut(pieces: readonly Piece[]): Piece[] | null {
  const highest = Math.max(0, ...pieces.map(({ rank }) => rank));
  if (highest === 0) return null;
  const last = pieces.findLastIndex(({ rank }) => rank === highest);
  return pieces.filter((_, at) => at !== last);
}
