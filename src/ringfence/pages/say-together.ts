import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import type { TogetherRow } from '../reports/model.ts';

/** Why a ward's figures are those of several, and of which. */
export function sayTogether(ward: string, { wards, officers }: Pick<TogetherRow, 'wards' | 'officers'>): string {
  const others = wards.map(({ name }) => name).filter((name) => name !== ward);
  return `These are the hours of ${andList([ward, ...others])} together, ${countWords(officers, 'officer')} in all. Not shown for ${ward} alone: fewer than 3 officers, or would reveal such a figure.`;
}
