import { findComponent } from '../../demand/index.ts';
import { andList } from '../../ui/and-list.ts';
import { numberWord } from '../../ui/number-word.ts';
import { percent } from '../../ui/percent.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import { componentInSentence } from '../component-in-sentence.ts';
import type { OptimalPlan, PlannedWard } from '../model.ts';
import type { Stability, StabilityKnown, WardStability } from '../stability/model.ts';

/**
 * How many of other weightings would give a ward the number it has, and the weight on which part its number goes with.
 * @param within the same within the bounds that parties gave; null where none did
 */
export function sayHowSure(
  plan: OptimalPlan,
  ward: PlannedWard,
  known: StabilityKnown,
  within: Stability | null,
): string {
  if (known.kind !== 'reckoned') return known.because;
  const { stability } = known;
  const own = stability.wards.find(({ code }) => code === ward.code);
  if (own === undefined) return 'How sure its number is under other weightings is not on record.';
  const bounded = within?.wards.find(({ code }) => code === ward.code);
  return [
    ...(isAlone(stability) ? [ONE_PART] : [`${sayShares(plan, stability, own, ward.dwo)}${sayDriver(plan, own)}`]),
    ...(within === null || bounded === undefined || isAlone(within)
      ? []
      : [`${sayShares(plan, within, bounded, ward.dwo)}.`]),
    ...stability.remarks,
  ].join(' ');
}

/** Said instead of shares where only one part of demand has figures. */
export const ONE_PART = 'Only one part of demand counts, so there are no other weightings to try.';
export const isAlone = ({ components }: Stability): boolean => components.length < 2;

/** "Of 10,000 other weightings of the five parts of demand, 48% would give this ward 3 officers and 52% would give 2". */
function sayShares(
  plan: Pick<OptimalPlan, 'used'>,
  stability: Stability,
  { shares }: WardStability,
  dwo: number,
): string {
  const of = `Of ${wholeNumber(stability.samples)} ${weightingsWords(plan, stability)}`;
  const own = shares[String(dwo)] ?? 0;
  const others = Object.entries(shares)
    .filter(([number]) => number !== String(dwo))
    .toSorted(([, a], [, b]) => b - a);
  if (isFixed(stability)) {
    const [number = dwo] = Object.keys(shares).map(Number);
    return `The only weighting ${boundsWords(stability)} would give this ward ${officers(number)}`;
  }
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

/** Whether bounds leave one weighting alone. */
export const isFixed = ({ samplingError }: Stability): boolean => samplingError === 0;

/**
 * "other weightings of the five parts of demand", or within whose bounds they lie. A part that counts for nothing in the plan
 * is varied too where its weights name it: the parts are then those that could count.
 */
export function weightingsWords({ used }: Pick<OptimalPlan, 'used'>, stability: Stability): string {
  const { samples, within, components } = stability;
  const noun = samples === 1 ? 'weighting' : 'weightings';
  if (within !== null) return `${noun} ${boundsWords(stability)}`;
  const counts = components.length > used.length ? 'that could count' : 'of demand';
  return `other ${noun} of the ${numberWord(components.length)} parts ${counts}`;
}

/** "within the bounds given by Camden Council"; several bounds of one party are of one party. */
export function boundsWords({ within }: Pick<Stability, 'within'>): string {
  const names = [...new Set((within ?? []).map(({ name }) => name))];
  return `within the bounds given by ${names.length > MOST_NAMED ? `${names.length} who proposed` : andList(names)}`;
}
const MOST_NAMED = 3;

/** The weight that its number goes with most closely, and which way; that none changes it, where the number never changed. */
function sayDriver({ used }: OptimalPlan, { shares, driver, direction, runnerUp }: WardStability): string {
  if (Object.keys(shares).length < 2) return '; no weight in these samples changes its number.';
  if (driver === null || direction === null) return '.';
  const weightOn = (component: string) =>
    `the weight on ${componentInSentence(used.find((each) => each.component === component)?.title ?? findComponent(component)?.title ?? component)}`;
  if (runnerUp === undefined)
    return `. Its number goes most closely with ${weightOn(driver)}: the more that counts, the ${direction} officers.`;
  const way = (each: 'more' | 'fewer') => `(the more that counts, the ${each} officers)`;
  return `. Its number goes about as closely with ${weightOn(driver)} ${way(direction)} as with ${weightOn(runnerUp.component)} ${way(runnerUp.direction)}.`;
}

const ONE_IN_A_HUNDRED = 0.01;

/** To whole per cents; at the ends in words, so that what is rare never reads as never, nor what is likely as certain. */
export function shareWords(share: number): string {
  if (share < ONE_IN_A_HUNDRED) return 'fewer than 1 in 100';
  if (share > 1 - ONE_IN_A_HUNDRED) return share === 1 ? 'all' : 'more than 99 in 100';
  return percent(share, 0);
}

const officers = (dwo: number) => `${dwo} ${dwo === 1 ? 'officer' : 'officers'}`;
