import type { Command } from 'commander';
import { parseAsAt, WrongUsage } from '../../demand/index.ts';
import { readWeights, requireUnit } from '../../demand/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { Platform } from '../../platform/platform.ts';
import { textTable } from '../../platform/text-table.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { whyPlansDiffer } from '../changes/why-plans-differ.ts';
import { answer, type Edge, withPlatform } from '../edge-commands.ts';
import type { OptimalPlan, PlanOptions } from '../model.ts';
import { noPlanSentence } from '../plan-lines.ts';
import { asksForNumbers, planAsked, type TypedPlan, withPlan, withPlanOptions } from '../plan-options-commands.ts';
import { findPlan, planInForce } from '../service.ts';
import { planPutForward } from './answers-service.ts';
import { type ChangesText, changesText } from './changes-as-text.ts';
import { noAnswerSentences } from './no-answer-sentences.ts';
import { bothOfficers } from './say-how-many.ts';
import { sayNoneInForce } from './say-none-in-force.ts';

/** Adds "wardroom allocation compare". */
export function compareCommand(allocation: Command, edge: Edge): void {
  withPlanOptions(
    allocation
      .command('compare <a> <b>')
      .description(
        'which wards gain and lose from one plan to another, and why; each a plan’s number or a weights file, tried on the numbers given, else on the plan beside it, in force or put forward',
      ),
  ).action((a: string, b: string, options: TypedPlan) => answer(edge.output, () => compare(edge, [a, b], options)));
}

type Weights = Awaited<ReturnType<typeof readWeights>>;
/** What was typed: a published plan's number, or weights. */
type Typed = { kind: 'plan'; id: string } | { kind: 'weights'; file: string; weights: Weights };
/** A plan that is compared, and what it is called; or why there is none. */
type Side =
  | { kind: 'plan'; name: string; plan: OptimalPlan; withdrawn: boolean }
  | { kind: 'refused'; because: string };

async function compare(edge: Edge, typed: [string, string], options: TypedPlan): Promise<void> {
  if (options.weights !== undefined)
    throw new WrongUsage('Give a weights file as one of the two that are compared, without --weights.');
  if (options.asAt !== undefined) parseAsAt(options.asAt);
  const sides: Typed[] = [await readSide(typed[0]), await readSide(typed[1])];
  if (asksForNumbers(options)) {
    if (sides.every(({ kind }) => kind === 'plan'))
      throw new WrongUsage('Both plans have their own numbers: leave --dwo, --pcso and the like out.');
    return withPlan(edge, options, (platform, asked) =>
      compareOn(edge, platform, sides, { kind: 'numbers', asked }, options),
    );
  }
  await withPlatform(edge, async (platform) => {
    const base = await baseOf(platform, sides, options);
    if (base.kind === 'refused') return refuse(edge, base.because);
    await compareOn(edge, platform, sides, base, options);
  });
}

async function compareOn(
  edge: Edge,
  platform: Platform,
  sides: Typed[],
  base: Base,
  options: TypedPlan,
): Promise<void> {
  const name = namesOf(sides);
  const found: Compared[] = [];
  for (const each of sides) {
    const side = await sideOf(platform, each, base, name);
    if (side.kind === 'refused') return refuse(edge, side.because);
    found.push(side);
  }
  const [before, after] = found;
  if (before !== undefined && after !== undefined)
    sayComparison(edge, before, after, { remark: base.kind === 'plan' ? base.remark : null, json: options.json });
}

async function readSide(text: string): Promise<Typed> {
  return /^\d{1,18}$/.test(text)
    ? { kind: 'plan', id: text }
    : { kind: 'weights', file: text, weights: await readWeights(text) };
}

/** What weights are tried on: numbers that were typed, or those of a plan; a remark says which where nobody chose it. */
type Base = { kind: 'numbers'; asked: PlanOptions } | { kind: 'plan'; plan: OptimalPlan; remark: string | null };

/** The plan whose numbers, day and months weights are tried on: the one beside them, else the one in force or put forward. */
async function baseOf(
  platform: Platform,
  sides: readonly Typed[],
  options: TypedPlan,
): Promise<Base | { kind: 'refused'; because: string }> {
  const { records, now } = platform;
  const named = sides.find((side) => side.kind === 'plan');
  if (named !== undefined) {
    const plan = (await findPlan(records, named.id))?.plan;
    return plan === undefined
      ? { kind: 'refused', because: noSuchPlan(named.id) }
      : { kind: 'plan', plan, remark: null };
  }
  const asAt = options.asAt ?? todayInLondon(now());
  const unit = await requireUnit(records, options.unit ?? null);
  const inForce = await planInForce(records, unit, asAt);
  if (inForce !== null) return { kind: 'plan', plan: inForce.plan, remark: null };
  const found = await planPutForward(platform, unit, asAt);
  if (found.kind !== 'plan') return { kind: 'refused', because: noAnswerSentences(found).join(' ') };
  const { plan, next } = found;
  return {
    kind: 'plan',
    plan,
    remark: `${sayNoneInForce({ on: asAt, next })} The weights are tried on the numbers put forward, ${bothOfficers(plan.officers)}: give others with --dwo and --pcso.`,
  };
}

/** Weights go by their name, and two sets of one name by their files. */
function namesOf(sides: readonly Typed[]): (side: Typed & { kind: 'weights' }) => string {
  const names = sides.flatMap((side) => (side.kind === 'weights' ? [side.weights.name] : []));
  const alike = new Set(names).size < names.length;
  return ({ file, weights }) => (alike ? `weights of ${file}` : `weights “${weights.name}”`);
}

async function sideOf(platform: Platform, side: Typed, base: Base, nameOf: ReturnType<typeof namesOf>): Promise<Side> {
  if (side.kind === 'plan') {
    const found = await findPlan(platform.records, side.id);
    if (found === null) return { kind: 'refused', because: noSuchPlan(side.id) };
    return { kind: 'plan', name: `plan ${side.id}`, plan: found.plan, withdrawn: found.withdrawn !== null };
  }
  const name = nameOf(side);
  const asked = base.kind === 'numbers' ? base.asked : optionsLike(base.plan);
  const plan = await planAsked(platform, { ...asked, weights: side.weights });
  if (plan.kind === 'optimal') return { kind: 'plan', name, plan, withdrawn: false };
  if (plan.kind === 'infeasible') return { kind: 'refused', because: `With ${name}: ${noPlanSentence(plan)}` };
  if (plan.kind === 'no answer in time')
    return {
      kind: 'refused',
      because: `With ${name} no plan was found in time: give the solver more with --time-limit.`,
    };
  return { kind: 'refused', because: `With ${name} no part of demand has figures for these wards.` };
}

const noSuchPlan = (id: string) => `There is no plan ${id} that is published.`;

function optionsLike({ unit, asAt, window, limits }: OptimalPlan): PlanOptions {
  const { officers, floors, ceilings } = limits;
  return { unit, asAt, ...(window === null ? {} : { window }), ...officers, floors, ceilings };
}

type Compared = Side & { kind: 'plan' };

interface Saying {
  /** What the weights were tried on, where nobody chose it. */
  remark: string | null;
  json: boolean | undefined;
}

function sayComparison({ output }: Edge, before: Compared, after: Compared, { remark, json }: Saying): void {
  const changes = whyPlansDiffer(before.plan, after.plan);
  if (json) {
    const named = ({ name, plan: { officers, asAt }, withdrawn }: Compared) => ({ name, officers, asAt, withdrawn });
    output.json({ before: named(before), after: named(after), ...changes, triedOn: remark });
    return;
  }
  const { head, columns, groups, notes } = changesText(before, after, changes);
  for (const line of [...(remark === null ? [] : [remark]), ...head].flatMap((each) => wrapText(each)))
    output.line(line);
  for (const line of groupedTable({ columns, groups })) output.line(line);
  if (notes.length > 0) output.line('');
  for (const line of notes.flatMap((each) => wrapText(each))) output.line(line);
}

/** One table, so that its columns stand under each other, with a heading above the rows of each group. */
function groupedTable({ columns, groups }: Pick<ChangesText, 'columns' | 'groups'>): string[] {
  const rows = groups.flatMap((group) => group.rows);
  if (rows.length === 0) return [];
  const table = textTable(columns, rows);
  const body = table.splice(table.length - rows.length);
  return ['', ...table, ...groups.flatMap((group) => [group.heading, ...body.splice(0, group.rows.length)])];
}

function refuse({ output }: Edge, sentence: string): void {
  output.error(sentence);
  output.exitCode(1);
}
