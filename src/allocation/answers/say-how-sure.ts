import { findComponent } from '../../demand/index.ts';
import { andList } from '../../ui/and-list.ts';
import { percent } from '../../ui/percent.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import { componentInSentence } from '../component-in-sentence.ts';
import type { OptimalPlan, PlannedWard } from '../model.ts';
import type { Stability, WardStability } from '../stability/model.ts';
import type { StabilityKnown } from './model.ts';

/**
 * How many of other weightings would give a ward the number it has, and which part of demand moves it most.
 * @param within the same within the bounds that parties gave; null where none did
 */
export function sayHowSure(
  plan: OptimalPlan,
  ward: PlannedWard,
  known: StabilityKnown,
  within: Stability | null,
): string {
  if (known.kind === 'not reckoned') return known.because;
  const { stability } = known;
  const own = stability.wards.find(({ code }) => code === ward.code);
  if (own === undefined) return 'How sure its number is under other weightings is not on record.';
  const bounded = within?.wards.find(({ code }) => code === ward.code);
  return [
    `${sayShares(stability, own, ward.dwo)}${driverWords(plan, own)}.`,
    ...(within === null || bounded === undefined ? [] : [`${sayShares(within, bounded, ward.dwo)}.`]),
    ...stability.remarks,
  ].join(' ');
}

/** "Of 10,000 other weightings, 48% would give this ward 3 officers and 52% would give 2". */
export function sayShares(stability: Stability, { shares }: WardStability, dwo: number): string {
  const of = `Of ${wholeNumber(stability.samples)} ${weightingsWords(stability)}`;
  const own = shares[String(dwo)] ?? 0;
  const others = Object.entries(shares)
    .filter(([number]) => number !== String(dwo))
    .toSorted(([, a], [, b]) => b - a);
  if (others.length === 0) return `${of}, every one would give this ward ${officers(dwo)}`;
  const told = others.filter(([, share]) => share >= ONE_IN_A_HUNDRED);
  const rest = others.filter(([, share]) => share < ONE_IN_A_HUNDRED).reduce((sum, [, share]) => sum + share, 0);
  const said = [
    own === 0
      ? `none would give this ward its ${officers(dwo)}`
      : `${shareWords(own)} would give this ward ${officers(dwo)}`,
    ...told.map(([number, share], place) =>
      own === 0 && place === 0
        ? `${shareWords(share)} would give it ${number}`
        : `${shareWords(share)} would give ${number}`,
    ),
    ...(rest === 0 ? [] : [`${shareWords(rest)} would give ${told.length === 0 ? 'another number' : 'any other'}`]),
  ];
  return `${of}, ${andList(said)}`;
}

/** "other weightings", or within whose bounds they lie. */
export function weightingsWords({ within }: Stability): string {
  if (within === null) return 'other weightings';
  const names = within.map(({ name }) => name);
  return `weightings within the bounds given by ${names.length > MOST_NAMED ? `${names.length} who proposed` : andList(names)}`;
}
const MOST_NAMED = 3;

/** What moves it most, and which way; nothing where no weight does. */
function driverWords({ used }: OptimalPlan, { driver, direction }: WardStability): string {
  if (driver === null) return '';
  const title = used.find(({ component }) => component === driver)?.title ?? findComponent(driver)?.title ?? driver;
  const way =
    direction === null
      ? ''
      : `: the more it counts, the ${direction === 'more' ? 'more' : 'fewer'} officers this ward gets`;
  return `; the weight on ${componentInSentence(title)} moves it most${way}`;
}

const ONE_IN_A_HUNDRED = 0.01;

/** To whole per cents; at the ends in words, so that what is rare never reads as never, nor what is likely as certain. */
export function shareWords(share: number): string {
  if (share < ONE_IN_A_HUNDRED) return 'fewer than 1 in 100';
  if (share > 1 - ONE_IN_A_HUNDRED) return share === 1 ? 'all' : 'more than 99 in 100';
  return percent(share, 0);
}

const officers = (dwo: number) => `${dwo} ${dwo === 1 ? 'officer' : 'officers'}`;
