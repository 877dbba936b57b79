import type { Both } from './model.ts';

/**
 * What a count of wards that gain and lose goes on with where PCSOs are in it: other pages count officers alone, and come to
 * other numbers. Empty where no PCSO moves, so that both counts are the same.
 */
export const countingPcsos = (changed: readonly { gain: Pick<Both, 'pcso'> }[]): string =>
  changed.some(({ gain }) => gain.pcso !== 0) ? ', counting PCSOs' : '';
