import type { Command } from 'commander';
import type { Output } from '../platform/command-line.ts';
import type { Platform } from '../platform/platform.ts';
import type { Moved, Preview } from '../platform/publication/index.ts';
import { textTable } from '../platform/text-table.ts';
import { wrapText } from '../platform/wrap-text.ts';
import { longDate } from '../ui/long-date.ts';
import { answer, type Edge, withPlatform } from './edge-commands.ts';
import type { OptimalPlan } from './model.ts';
import { approvePlan, listProposals, previewPlan, publishPlan, withdrawPlan } from './service.ts';

interface Options {
  unit?: string;
  json?: boolean;
  preview?: boolean;
  reason?: string;
}

const COLUMNS = [
  { head: 'Plan', align: 'right' },
  { head: 'State', align: 'left' },
  { head: 'In force from', align: 'left' },
  { head: 'Proposed by', align: 'left' },
  { head: 'Approved by', align: 'left' },
] as const;

/** Adds "wardroom allocation proposals", "approve" and "withdraw". */
export function proposalCommands(allocation: Command, edge: Edge): void {
  allocation
    .command('proposals')
    .description('every plan that was proposed, with who approved it and how it stands')
    .option('--unit <name>', 'command unit, such as "Central North"; needed when there are several')
    .option('--json', 'as JSON')
    .action((options: Options) =>
      answer(edge.output, () => withPlatform(edge, (platform) => proposals(edge.output, platform, options))),
    );
  allocation
    .command('approve <plan>')
    .description('approve a plan that somebody else proposed, and publish it; says first what it changes')
    .option('--preview', 'only say what it would change')
    .option('--json', 'as JSON')
    .action((id: string, options: Options) =>
      withPlatform(edge, (platform) => approve(edge.output, platform, id, options)),
    );
  allocation
    .command('withdraw <plan>')
    .description('withdraw a plan that was proposed, approved or published; that it was there stays on record')
    .requiredOption('--reason <text>', 'why, for everyone who asks for the plan later')
    .action((id: string, { reason = '' }: Options) =>
      withPlatform(edge, async (platform) => {
        const preview = await previewPlan(platform, { id });
        const moved = await withdrawPlan(platform, { id, reason });
        if (!isDone(edge.output, id, moved)) return;
        edge.output.line(`Plan ${id} is withdrawn.`);
        const { ifWithdrawn = null } = preview ?? {};
        for (const line of ifWithdrawn === null ? [] : wrapText(ifWithdrawn)) edge.output.line(line);
      }),
    );
}

async function proposals(output: Output, platform: Platform, { unit, json }: Options): Promise<void> {
  const items = await listProposals(platform, unit ?? null);
  if (json) return output.json(items);
  if (items.length === 0) return output.line('No plan was ever proposed.');
  const rows = items.map(({ id, state, inForceFrom, drafted, approved, alone }) => [
    id,
    state,
    inForceFrom,
    drafted.by,
    alone ? 'the same, alone' : (approved?.by ?? '–'),
  ]);
  for (const line of textTable(COLUMNS, rows)) output.line(line);
}

async function approve(output: Output, platform: Platform, id: string, options: Options): Promise<void> {
  const preview = await previewPlan(platform, { id });
  if (preview === null) return void isDone(output, id, { kind: 'unknown' });
  const { item, described, after } = preview;
  if (item.state === 'published') return sayPublished(output, preview, options);
  if (!options.json) printPreview(output, preview);
  if (options.preview) return options.json ? output.json({ item, ...described }) : undefined;
  if (after.kind === 'not protected') return void isDone(output, id, { kind: 'refused', because: after.because });
  if (item.state !== 'approved') {
    const approved = await approvePlan(platform, { id, contentHash: preview.approvalHash });
    if (!isDone(output, id, approved)) return;
  }
  const published = await publishPlan(platform, { id });
  if (!isDone(output, id, published)) return;
  if (options.json) return output.json({ ...published.item, described });
  const alone = published.item.alone ? ': approved by the same person, because nobody else could' : '';
  for (const line of wrapText(`Plan ${id} is published, in force from ${longDate(item.inForceFrom)}${alone}.`))
    output.line(line);
}

/** What a published plan would change is no question any more: readers see it. */
function sayPublished(output: Output, { item }: Preview<OptimalPlan>, { preview, json }: Options): void {
  const sentence = `Plan ${item.id} is published already, in force from ${longDate(item.inForceFrom)}: there is nothing to approve.`;
  if (!preview) {
    output.exitCode(1);
    output.error(sentence);
  } else if (json) output.json({ item, sentences: [sentence], table: null });
  else output.line(sentence);
}

function printPreview(output: Output, { described }: Preview<OptimalPlan>): void {
  for (const sentence of described.sentences) for (const line of wrapText(sentence)) output.line(line);
  const { table } = described;
  if (table !== null) {
    output.line('');
    const columns = table.columns.map((head, place) => ({ head, align: isNumber(place) ? 'right' : 'left' }) as const);
    for (const line of textTable(
      columns,
      table.rows.map((row) => [...row]),
    ))
      output.line(line);
  }
  output.line('');
}

/** Ward and borough stand before the four numbers, and what changes after them. */
const isNumber = (place: number) => place >= 2 && place <= 5;

/** Says why nothing was done, with exit code 1; true when it was. */
function isDone(output: Output, id: string, moved: Moved): moved is Moved & { kind: 'done' } {
  if (moved.kind === 'done') return true;
  output.exitCode(1);
  output.error(refusal(id, moved));
  return false;
}

function refusal(id: string, moved: Exclude<Moved, { kind: 'done' }>): string {
  if (moved.kind === 'unknown') return `There is no plan ${id}: "wardroom allocation proposals" lists them.`;
  if (moved.kind === 'changed')
    return `Plan ${id} was changed meanwhile, and nothing was approved: look at it again with --preview.`;
  return moved.because;
}
