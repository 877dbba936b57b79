import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { longDate } from '../../ui/long-date.ts';
import { ordinalWord } from '../../ui/number-word.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import { type Report, table } from '../report.ts';
import type { RollOut } from './roll-out.ts';

/** "295 of 629 wards have their second officer": how far a roll-out has come. */
export function sayRollOut({ kind, atLeast, wards, there }: RollOut): string {
  const who = kind === 'dwo' ? 'officer' : 'PCSO';
  const verb = there === 1 ? 'has its' : 'have their';
  return `${wholeNumber(there)} of ${countWords(wards, 'ward')} ${verb} ${ordinalWord(atLeast)} ${who}`;
}

/** A roll-out as a terminal shows it: where it stands, how it came there, and which wards are still to go. */
export function rollOutLines(now: RollOut, through: readonly RollOut[]): Report {
  const missing = now.toGo.filter(({ has }) => has !== null).map(({ name, has }) => `${name} (${has})`);
  const unknown = now.toGo.filter(({ has }) => has === null).map(({ name }) => name);
  return [
    `As at ${longDate(now.asAt)}, ${sayRollOut(now)}.`,
    ...(now.byEarlierAllocation === 0
      ? []
      : [
          `${wholeNumber(now.byEarlierAllocation)} of them by an allocation of before: who was posted is not recorded.`,
        ]),
    ...(missing.length === 0 ? [] : [`Still to go, with what each has: ${andList(missing)}.`]),
    ...(unknown.length === 0 ? [] : [`Not known: ${andList(unknown)}.`]),
    ...(through.length === 0 ? [] : ['']),
    ...table(
      ['First of', '>Wards there', '>Of'],
      through.map(({ asAt, there, wards }) => [longDate(asAt).slice(2), wholeNumber(there), wholeNumber(wards)]),
    ),
  ];
}
