import { readShare, WIDTH, writeShare } from './packed-share.ts';

/** Points that lines are taken from, of the charts that were simulated beforehand. */
export const RARE_BASELINE = 24;
/** Chances that differ by less than about this share are one. */
const ALIKE = 0.1;
const [LEAST_CHANCE, MOST_CHANCE] = [0.005, 0.95];
const FIRST_LEVEL = Math.round(Math.log(LEAST_CHANCE) / ALIKE);
const LAST_LEVEL = Math.round(Math.log(MOST_CHANCE) / ALIKE);
/** Times after the baseline: by half a dozen up to five years, then by the year. */
const AFTER: readonly number[] = [
  ...Array.from({ length: 11 }, (_, at) => 6 * at),
  ...Array.from({ length: 10 }, (_, at) => 72 + 12 * at),
];
const LARGEST_AFTER = 180;

/** A design as it is simulated: a few times more or fewer hardly change what is said in hundredths. */
export interface RareNode {
  level: number;
  chance: number;
  /** Rounded up. */
  after: number;
  /** Its place among those simulated beforehand; null beyond them. */
  number: number | null;
}

/** The design nearest to a chance of an event and a number of times after the baseline. */
export function rareNode(chance: number, after: number): RareNode {
  const level = Math.round(Math.log(Math.min(MOST_CHANCE, Math.max(LEAST_CHANCE, chance))) / ALIKE);
  const place = AFTER.findIndex((each) => each >= after);
  return {
    level,
    chance: Math.exp(level * ALIKE),
    after: AFTER[place] ?? 12 * Math.ceil(after / 12),
    number: after > LARGEST_AFTER ? null : (level - FIRST_LEVEL) * AFTER.length + place,
  };
}

/** Every design simulated beforehand, in the order of their numbers. */
export function allRareNodes(): RareNode[] {
  const levels = Array.from({ length: LAST_LEVEL - FIRST_LEVEL + 1 }, (_, at) => FIRST_LEVEL + at);
  return levels.flatMap((level) => AFTER.map((after) => rareNode(Math.exp(level * ALIKE), after)));
}

/** Tails are kept as how many times they were divided by e. */
const SMALLEST_TAIL = 25;

/** What a design came to, as text of fixed length. */
export function writeRare({ marked, widerTail }: { marked: number; widerTail: number }): string {
  const tail = -Math.log(Math.max(Number.MIN_VALUE, widerTail)) / SMALLEST_TAIL;
  return writeShare(marked) + writeShare(tail);
}

/** Reads one design's figures off the whole text. */
export function readRare(text: string, number: number): { marked: number; widerTail: number } {
  const start = 2 * WIDTH * number;
  return {
    marked: readShare(text, start),
    widerTail: Math.exp(-readShare(text, start + WIDTH) * SMALLEST_TAIL),
  };
}
