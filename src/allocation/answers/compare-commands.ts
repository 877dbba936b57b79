import type { Command } from 'commander';
import { parseAsAt } from '../../demand/index.ts';
import { readWeights } from '../../demand/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { Platform } from '../../platform/platform.ts';
import { textTable } from '../../platform/text-table.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { whyPlansDiffer } from '../changes/why-plans-differ.ts';
import { answer, type Edge, withPlatform } from '../edge-commands.ts';
import type { OptimalPlan } from '../model.ts';
import { noPlanSentence } from '../plan-lines.ts';
import { findPlan, planAllocation, planInForce } from '../service.ts';
import { changesText } from './changes-as-text.ts';

interface Options {
  unit?: string;
  asAt?: string;
  json?: boolean;
}

/** Adds "wardroom allocation compare". */
export function compareCommand(allocation: Command, edge: Edge): void {
  allocation
    .command('compare <a> <b>')
    .description('which wards gain and lose from one plan to another, and why; each a plan’s number or a weights file')
    .option('--unit <name>', 'command unit, such as "Central North"; needed when there are several')
    .option('--as-at <date>', 'two weights files are tried on the plan in force at this date (default: today)')
    .option('--json', 'as JSON')
    .action((a: string, b: string, options: Options) => answer(edge.output, () => compare(edge, [a, b], options)));
}

type Weights = Awaited<ReturnType<typeof readWeights>>;
/** What was typed: a published plan's number, or weights. */
type Typed = { kind: 'plan'; id: string } | { kind: 'weights'; file: string; weights: Weights };
/** A plan that is compared, and what it is called; or why there is none. */
type Side =
  | { kind: 'plan'; name: string; plan: OptimalPlan; withdrawn: boolean }
  | { kind: 'refused'; because: string };

async function compare(edge: Edge, sides: [string, string], options: Options): Promise<void> {
  if (options.asAt !== undefined) parseAsAt(options.asAt);
  const [first, second] = [await readSide(sides[0]), await readSide(sides[1])];
  await withPlatform(edge, async (platform) => {
    const base = await basePlan(platform, [first, second], options);
    const name = namesOf(first, second);
    const [before, after] = [await sideOf(platform, first, base, name), await sideOf(platform, second, base, name)];
    for (const side of [before, after]) if (side.kind === 'refused') return refuse(edge, side.because);
    if (before.kind === 'plan' && after.kind === 'plan') sayComparison(edge, before, after, options);
  });
}

async function readSide(text: string): Promise<Typed> {
  return /^\d{1,18}$/.test(text)
    ? { kind: 'plan', id: text }
    : { kind: 'weights', file: text, weights: await readWeights(text) };
}

/** The plan whose numbers, day and months weights are tried on: the one beside them, else the one in force. */
async function basePlan({ records, now }: Platform, sides: Typed[], options: Options): Promise<OptimalPlan | null> {
  const named = sides.find((side) => side.kind === 'plan');
  if (named !== undefined) return (await findPlan(records, named.id))?.plan ?? null;
  return (await planInForce(records, options.unit ?? null, options.asAt ?? todayInLondon(now())))?.plan ?? null;
}

/** Weights go by their name, and two sets of one name by their files. */
function namesOf(first: Typed, second: Typed): (side: Typed & { kind: 'weights' }) => string {
  const alike = first.kind === 'weights' && second.kind === 'weights' && first.weights.name === second.weights.name;
  return ({ file, weights }) => (alike ? `weights of ${file}` : `weights “${weights.name}”`);
}

async function sideOf(
  { records }: Platform,
  side: Typed,
  base: OptimalPlan | null,
  nameOf: ReturnType<typeof namesOf>,
): Promise<Side> {
  if (side.kind === 'plan') {
    const found = await findPlan(records, side.id);
    if (found === null) return { kind: 'refused', because: `There is no plan ${side.id} that is published.` };
    return { kind: 'plan', name: `plan ${side.id}`, plan: found.plan, withdrawn: found.withdrawn !== null };
  }
  if (base === null)
    return { kind: 'refused', because: 'There is no plan in force to try weights on: compare with a published plan.' };
  const name = nameOf(side);
  const plan = await solvedLike(records, base, side.weights);
  if (plan.kind === 'optimal') return { kind: 'plan', name, plan, withdrawn: false };
  if (plan.kind === 'infeasible') return { kind: 'refused', because: `With ${name}: ${noPlanSentence(plan)}` };
  return { kind: 'refused', because: `With ${name} no part of demand has figures for these wards.` };
}

function solvedLike(records: Platform['records'], { unit, asAt, window, limits }: OptimalPlan, weights: Weights) {
  const { officers, floors, ceilings } = limits;
  const months = window === null ? {} : { window };
  return planAllocation(records, { unit, asAt, ...months, weights, ...officers, floors, ceilings });
}

type Compared = Side & { kind: 'plan' };

function sayComparison({ output }: Edge, before: Compared, after: Compared, { json }: Options): void {
  const changes = whyPlansDiffer(before.plan, after.plan);
  if (json) {
    const named = ({ name, plan: { officers, asAt }, withdrawn }: Compared) => ({ name, officers, asAt, withdrawn });
    output.json({ before: named(before), after: named(after), ...changes });
    return;
  }
  const { head, columns, rows, notes } = changesText(before, after, changes);
  for (const line of head.flatMap((each) => wrapText(each))) output.line(line);
  if (rows.length > 0) for (const line of ['', ...textTable(columns, rows)]) output.line(line);
  if (notes.length > 0) output.line('');
  for (const line of notes.flatMap((each) => wrapText(each))) output.line(line);
}

function refuse({ output }: Edge, sentence: string): void {
  output.error(sentence);
  output.exitCode(1);
}
