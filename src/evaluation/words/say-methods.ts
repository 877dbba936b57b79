import { andList } from '../../ui/and-list.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { OutcomeEstimate } from '../model.ts';
import { METHOD_NAMES } from '../pages/method-names.ts';
import { certaintyAlone } from './certainty.ts';
import type { OutcomeFigures, OutcomeSetting } from './model.ts';
import { sayChange, sayPercent, sayRange } from './say-amount.ts';

/**
 * What the other estimators say, and what the same says with the other set of comparison areas where that differs; refusals
 * with their reason. Where they differ in direction or in what their ranges can bear, each is given with its range.
 */
export function sayMethods({ estimates, primary }: OutcomeFigures, { areas }: OutcomeSetting): string[] {
  if (primary === null) return [];
  const same = estimates.filter(({ adjoining }) => adjoining === primary.adjoining);
  const given = same.filter(({ refused }) => refused === null);
  const others = given.filter(({ method }) => method !== primary.method);
  const said = others.some((other) => differ(primary, other))
    ? [`The methods do not agree, so read this with care: ${andList(given.map(sayWithRange))}.`]
    : sayOthers(primary, others);
  const refused = same.flatMap((each) =>
    each.refused === null ? [] : [`${METHOD_NAMES[each.method]} gives no figure: ${each.refused}`],
  );
  const other = estimates.find(({ method, adjoining }) => method === primary.method && adjoining !== primary.adjoining);
  return [...said, ...refused, ...(other ? sayOtherWay(primary, other, areas.many) : [])];
}

/** That they say much the same; or, where the one that decides lies below or above all of them, how far they go. */
function sayOthers({ percent: own }: OutcomeEstimate, others: readonly OutcomeEstimate[]): string[] {
  const sizes = others.flatMap(({ percent }) => (percent === null ? [] : [Math.abs(percent)]));
  const [least, most, decides] = [Math.min(...sizes), Math.max(...sizes), Math.abs(own ?? 0)];
  const beyond = Math.round(least) > Math.round(decides) || Math.round(most) < Math.round(decides);
  if (sizes.length > 1 && own !== null && beyond) {
    const change = `${least > decides ? 'larger' : 'smaller'} ${own < 0 ? 'fall' : 'rise'}`;
    return [`The other methods all say a ${change}: ${sayPercent(least)} to ${sayChange(own < 0 ? -most : most)}.`];
  }
  const said = others.flatMap(({ method, percent }) =>
    percent === null ? [] : [`${withinSentence(METHOD_NAMES[method])} ${sayChange(percent)}`],
  );
  if (said.length === 0) return [];
  return [`The other ${said.length === 1 ? 'method says' : 'methods say'} much the same: ${andList(said)}.`];
}

function sayOtherWay(primary: OutcomeEstimate, other: OutcomeEstimate, many: string): string[] {
  const way = other.adjoining === 'left out' ? 'left out of the comparison' : 'taken into the comparison';
  const condition = `With the ${many} next door ${way}`;
  if (other.refused !== null) return [`${condition} there is no figure: ${other.refused}`];
  if (!differ(primary, other) || other.percent === null) return [];
  const range = other.interval === null ? '' : ` (${sayRange(other.interval)})`;
  return [`${condition} it comes out differently: ${sayChange(other.percent)}${range}.`];
}

function sayWithRange({ method, percent, interval }: OutcomeEstimate): string {
  const range = interval === null ? '' : ` (${sayRange(interval)})`;
  return `${withinSentence(METHOD_NAMES[method])} says ${sayChange(percent ?? 0)}${range}`;
}

/** Whether two estimates point different ways, or one is clear of chance and the other is not. */
function differ(one: OutcomeEstimate, other: OutcomeEstimate): boolean {
  if (one.percent === null || other.percent === null) return false;
  return (
    Math.sign(one.percent) !== Math.sign(other.percent) ||
    certaintyAlone(one.interval) !== certaintyAlone(other.interval)
  );
}
