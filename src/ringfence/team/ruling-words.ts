import type { Ruling } from '../model.ts';
import type { Ruled } from './model.ts';

const WORDS: Readonly<Record<Ruling, string>> = {
  kept: 'Kept',
  exception: 'Exception',
  permitted: 'Permitted',
  breach: 'Breach',
  unruled: 'Not ruled',
};

/** What an absence counts as, in a word or two for a tag. */
export const rulingWords = ({ ruling, late }: Pick<Ruled, 'ruling' | 'late'>): string =>
  late ? `${WORDS[ruling]}, ordered late` : WORDS[ruling];
