import type { Command } from 'commander';
import { parseAsAt, WrongUsage } from '../../demand/index.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { Output } from '../../platform/command-line.ts';
import type { Platform } from '../../platform/platform.ts';
import { textTable } from '../../platform/text-table.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { longDate } from '../../ui/long-date.ts';
import { answer, type Edge, withPlatform } from '../edge-commands.ts';
import type { OptimalPlan, PlanOptions } from '../model.ts';
import {
  asksForNumbers,
  planAsked,
  printNoPlan,
  type TypedPlan,
  withPlan,
  withPlanOptions,
} from '../plan-options-commands.ts';
import { planInForce } from '../service.ts';
import type { StabilityAsked } from './model.ts';
import { stabilityText } from './stability-lines.ts';
import { readBounds, stabilityOf } from './stability-service.ts';

interface Options extends TypedPlan {
  samples?: string;
  seed?: string;
  bounds?: string;
}

/** Adds "wardroom allocation stability". */
export function stabilityCommand(allocation: Command, edge: Edge): void {
  withPlanOptions(
    allocation
      .command('stability')
      .description(
        'how often each ward gets each number under other weightings; without --dwo and --pcso, of the plan in force',
      ),
  )
    .option('--samples <number>', 'weightings to sample, up to 1,000,000 (default: 10,000)')
    .option('--seed <number>', 'equal seeds give equal answers (default: 1)')
    .option('--bounds <file>', 'least and most weights, of one party or of several (JSON)')
    .action((options: Options) => answer(edge.output, () => stability(edge, options)));
}

async function stability(edge: Edge, options: Options): Promise<void> {
  const asked: StabilityAsked = {
    samples: wholeNumber('--samples', options.samples),
    seed: wholeNumber('--seed', options.seed),
    within: options.bounds === undefined ? undefined : await readBounds(options.bounds),
  };
  if (asksForNumbers(options)) {
    return withPlan(edge, options, async (platform, planned) => {
      const plan = await planAsked(platform, planned);
      if (plan.kind !== 'optimal') return printNoPlan(edge.output, plan, options);
      await say(edge.output, platform, { plan, planned, asked, now: false, json: options.json });
    });
  }
  if (options.asAt !== undefined) parseAsAt(options.asAt);
  await withPlatform(edge, async (platform) => {
    const asAt = options.asAt ?? todayInLondon(platform.now());
    const inForce = await planInForce(platform.records, options.unit ?? null, asAt);
    if (inForce === null) {
      edge.output.error(
        `No plan is in force on ${longDate(asAt)}: give --dwo and --pcso, or adopt one with "wardroom allocation adopt".`,
      );
      return edge.output.exitCode(1);
    }
    const { plan } = inForce;
    const sideRules = plan.review !== null || plan.sergeants.length > 0;
    await say(edge.output, platform, {
      plan,
      planned: optionsOf(plan),
      asked: { ...asked, sideRules },
      now: true,
      json: options.json,
    });
  });
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new WrongUsage(`${name} is "${text}": make it a whole number, such as ${name} 10000.`);
}

/** How a plan would be asked for, on the figures held now. */
function optionsOf({ unit, asAt, window, weights, limits }: OptimalPlan): PlanOptions {
  const { officers, floors, ceilings } = limits;
  return { unit, asAt, weights, floors, ceilings, ...officers, ...(window === null ? {} : { window }) };
}

interface Saying {
  plan: OptimalPlan;
  planned: PlanOptions;
  asked: StabilityAsked;
  /** Whether the plan is in force. */
  now: boolean;
  json: boolean | undefined;
}

async function say(output: Output, { records }: Platform, { plan, planned, asked, now, json }: Saying): Promise<void> {
  const reckoned = await stabilityOf(records, planned, asked);
  if ('kind' in reckoned) return printNoPlan(output, reckoned, { json });
  if (json) {
    const names = new Map(plan.wards.map(({ code, name, dwo }) => [code, { name, now: dwo }]));
    const wards = reckoned.wards.map(({ code, ...ward }) => ({ code, ...names.get(code), ...ward }));
    return output.json({ kind: 'stability', unit: plan.unit, asAt: plan.asAt, ...reckoned, wards });
  }
  const { head, columns, rows, notes } = stabilityText(reckoned, plan, now);
  const lines = [...wrapText(head), '', ...textTable(columns, rows), '', ...notes.flatMap((note) => wrapText(note))];
  for (const line of lines) output.line(line);
}
