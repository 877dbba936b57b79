import { countWords } from '../../ui/count-words.ts';
import type { WardKind } from '../strength/ward-kind.ts';
import { sayDays } from './days.ts';
import type { Breach } from './floor-breach.ts';

const WORDS: Readonly<Record<WardKind, readonly [string, string]>> = {
  dwo: ['dedicated ward officer', 'dedicated ward officers'],
  pcso: ['PCSO', 'PCSOs'],
};

/** Why somebody may not be lent: the ward, what it would have in whole full-time equivalents, and when. */
export function wardFloorProblem(ward: string, kind: WardKind, { there, floor, days }: Breach): string {
  const [one, several] = WORDS[kind];
  return `${ward} would have ${countWords(Math.floor(there), one, several)} instead of ${floor} ${sayDays(days)}: name somebody who covers, or choose other days.`;
}
