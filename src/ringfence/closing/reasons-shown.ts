import { groupBy } from '../../organisation/index.ts';
import type { Reason } from '../reasons.ts';
import { AWAY_FIGURES } from '../reports/away-figures.ts';
import type { AwayAccount, Minutes, OrderMinutes, ReasonMinutes } from '../reports/model.ts';
import { type ClosingLine, FEWEST_OFFICERS } from './model.ts';
import { concerned, noneOrEnough, sumOf } from './officers-of-lines.ts';

/** Fewest reasons or roles that are told together: of one alone it would be known which it is. */
const FEWEST_FOLDED = 2;

/** What took officers away, and who ordered it. */
export interface ReasonsShown {
  byReason: ReasonMinutes[];
  byOrder: OrderMinutes[];
}

type NameOf = (line: ClosingLine) => string;
/** Of kept time and leave, which have none, it is never asked. */
export const reasonOf = ({ reason }: ClosingLine): Reason => (reason === '' ? 'other' : reason);
export const orderOf = ({ orderedBy }: ClosingLine) => (orderedBy === '' ? ('not-said' as const) : orderedBy);
/** A reason or a role of a ruling; none is called the same. */
export const keyOf = (ruling: string, name: string): string => `${ruling}/${name}`;

/**
 * What took officers away, and who ordered it, as far as it is told. A reason or a role stands by itself where three officers
 * are behind it; the others of its ruling are told together, and further ones with them, the smallest first, until three
 * officers and two reasons are behind that sum too. Roles are told apart only so far that whatever a reason and a role have in
 * common is of three officers or nobody. The lists come to exactly the minutes that are public.
 * @param parts lines of each group that they are told of
 * @param minutes what is public of the same lines
 * @param given.fewestGroups a ruling that fewer groups have is told without reasons: they would be that group's
 * @param given.withheld reasons and roles that are told with others in any case, by keyOf
 */
export function reasonsShown(
  parts: readonly (readonly ClosingLine[])[],
  minutes: Minutes,
  { fewestGroups = 1, withheld = new Set() }: { fewestGroups?: number; withheld?: ReadonlySet<string> } = {},
): ReasonsShown {
  const byReason: ReasonMinutes[] = [];
  const byOrder: OrderMinutes[] = [];
  for (const [ruling, figure] of Object.entries(AWAY_FIGURES) as [AwayAccount, keyof Minutes][]) {
    const all = minutes[figure] ?? 0;
    if (all === 0) continue;
    const own = parts.map((lines) => lines.filter(({ account }) => account === ruling));
    const lines = own.flat();
    // Lines that come to anything else are told of without reasons.
    const told = sumOf(lines) === all && own.filter((part) => sumOf(part) !== 0).length >= fewestGroups;
    const isWithheld = (name: string) => withheld.has(keyOf(ruling, name));
    const reasons = told ? toldApart(lines, reasonOf, isWithheld) : new Set<string>();
    const orders = told ? ordersApart(lines, reasons, isWithheld) : new Set<string>();
    byReason.push(...rowsOf(lines, all, reasonOf, reasons).map(([reason, sum]) => ({ reason, ruling, minutes: sum })));
    byOrder.push(
      ...rowsOf(lines, all, orderOf, orders).map(([orderedBy, sum]) => ({ orderedBy, ruling, minutes: sum })),
    );
  }
  return {
    byReason: sorted(byReason, ({ reason }) => reason),
    byOrder: sorted(byOrder, ({ orderedBy }) => orderedBy),
  };
}

/** Names that stand by themselves. */
function toldApart(lines: readonly ClosingLine[], nameOf: NameOf, isWithheld: (name: string) => boolean): Set<string> {
  const named = [...groupBy(lines, nameOf)]
    .filter(([, own]) => concerned(own).size > 0)
    .sort(([one, a], [other, b]) => sumOf(a) - sumOf(b) || one.localeCompare(other));
  const mayStand = ([name, own]: (typeof named)[number]) => concerned(own).size >= FEWEST_OFFICERS && !isWithheld(name);
  const apart = named.filter(mayStand);
  const folded = named.filter((each) => !mayStand(each));
  const tooFew = () =>
    folded.length < FEWEST_FOLDED || concerned(folded.flatMap(([, own]) => own)).size < FEWEST_OFFICERS;
  while (folded.length > 0 && apart.length > 0 && tooFew()) folded.push(...apart.splice(0, 1));
  return new Set(apart.map(([name]) => name));
}

/** Roles that stand by themselves beside the reasons that do: fewer, until no reason and role together tell of one or two. */
function ordersApart(
  lines: readonly ClosingLine[],
  reasons: ReadonlySet<string>,
  isWithheld: (name: string) => boolean,
): Set<string> {
  const held = new Set<string>();
  for (;;) {
    const orders = toldApart(lines, orderOf, (name) => held.has(name) || isWithheld(name));
    const both = groupBy(lines, (line) => `${told(reasonOf(line), reasons)}/${told(orderOf(line), orders)}`);
    if (orders.size === 0 || [...both.values()].every(noneOrEnough)) return orders;
    const sums = groupBy(lines, orderOf);
    const [smallest] = [...orders].sort(
      (a, b) => sumOf(sums.get(a as never) ?? []) - sumOf(sums.get(b as never) ?? []),
    );
    if (smallest !== undefined) held.add(smallest);
  }
}

const told = (name: string, apart: ReadonlySet<string>): string => (apart.has(name) ? name : 'not-shown');

/** Rows of those that stand by themselves, and one of all others. */
function rowsOf<Name extends string>(
  lines: readonly ClosingLine[],
  all: number,
  nameOf: (line: ClosingLine) => Name,
  apart: ReadonlySet<string>,
): [Name | 'not-shown', number][] {
  const rows = [...groupBy(lines, nameOf)]
    .filter(([name]) => apart.has(name))
    .map(([name, own]): [Name | 'not-shown', number] => [name, sumOf(own)]);
  const rest = all - rows.reduce((sum, [, minutes]) => sum + minutes, 0);
  return rest === 0 ? rows : [...rows, ['not-shown', rest]];
}

function sorted<Row extends { minutes: number; ruling: string }>(rows: Row[], nameOf: (row: Row) => string): Row[] {
  return rows.sort((a, b) => b.minutes - a.minutes || nameOf(a).localeCompare(nameOf(b)));
}
