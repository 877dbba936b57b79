import { ordinal } from './ordinal.ts';
import { wholeNumber } from './whole-number.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** A small number as a word, "three"; figures from 11 on. */
export function numberWord(number: number): string {
  return NUMBERS[number] ?? wholeNumber(number);
}

/** A place as a word, "third"; "11th" from 11 on. */
export function ordinalWord(number: number): string {
  return ORDINALS[number - 1] ?? ordinal(number);
}
