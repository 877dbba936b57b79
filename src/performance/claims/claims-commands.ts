import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { requireUnit } from '../../demand/service.ts';
import { Refused } from '../../lib/refused.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import type { Platform } from '../../platform/platform.ts';
import { textTable } from '../../platform/text-table.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { countWords } from '../../ui/count-words.ts';
import { readClaimFile } from './claim-file.ts';
import { addClaims, claimHistory, findClaim } from './claim-service.ts';
import type { Claim } from './model.ts';
import { sayState } from './say-figures.ts';
import { claimRegister, noteStandings, type RegisteredClaim } from './standings-service.ts';

interface Options {
  unit?: string;
  json?: boolean;
}

type Run = (platform: Platform) => Promise<void>;

/** Adds "wardroom performance claims list", "check", "add" and "show". */
export function claimsCommand(parent: Command, open: OpenPlatform, output: Output): void {
  const claims = parent
    .command('claims')
    .description('what was claimed in public, and whether the figures bear it out');
  const run = (work: Run) => answer(open, output, work);
  claims
    .command('list')
    .description('every claim of the register, and how it stands by the figures held')
    .option('--json', 'as JSON')
    .action(({ json }: Options) => run(async (platform) => sayRegister(output, await claimRegister(platform), json)));
  claims
    .command('check')
    .description('check every claim against the figures held, and note each that stands otherwise than before')
    .option('--unit <name>', 'command unit, such as "Central North"; needed when there are several')
    .option('--json', 'as JSON')
    .action(({ unit, json }: Options) =>
      run(async (platform) => {
        const name = await requireUnit(platform.records, unit ?? null);
        sayCheck(output, await noteStandings(platform, { unit: name }), json);
      }),
    );
  claims
    .command('add <file>')
    .description(
      'enter the claims of a file, such as examples/claims/islington-2024-07.json; those entered before stay',
    )
    .option('--unit <name>', 'command unit, such as "Central North"; needed when there are several')
    .action((file: string, { unit }: Options) => run((platform) => add(platform, output, file, unit ?? null)));
  claims
    .command('show <number>')
    .description('one claim: what was said, every wording it had, and how it stood whenever that changed')
    .option('--json', 'as JSON')
    .action((number: string, { json }: Options) => run((platform) => show(platform, output, number, json)));
}

async function answer(open: OpenPlatform, output: Output, work: Run): Promise<void> {
  const { platform, close } = await open();
  try {
    await work(platform);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const { sentence } of error.problems) output.error(sentence);
    output.exitCode(1);
  } finally {
    await close();
  }
}

const COLUMNS = [
  { head: 'Claim', align: 'right' },
  { head: 'Said', align: 'left' },
  { head: 'Words', align: 'left' },
  { head: 'Stands', align: 'left' },
] as const;

function sayRegister(output: Output, register: readonly RegisteredClaim[], json = false): void {
  if (json || register.length === 0) {
    if (json) output.json(register.map(asJson));
    else output.line('No claim is entered: add some with "wardroom performance claims add FILE".');
    return;
  }
  const rows = register.map(({ claim, stands }) => [
    String(claim.id),
    claim.saidOn ?? '–',
    claim.words.length > 60 ? `${claim.words.slice(0, 59)}…` : claim.words,
    stands,
  ]);
  for (const line of textTable(COLUMNS, rows)) output.line(line);
}

function sayCheck(output: Output, register: readonly RegisteredClaim[], json = false): void {
  if (json) {
    output.json(register.map(asJson));
    return;
  }
  const changed = register.filter((each) => each.changed);
  output.line(
    `${countWords(register.length, 'claim')} checked; ${changed.length === 0 ? 'each stands as it was noted last' : `${changed.length} noted anew`}.`,
  );
  for (const each of changed) for (const line of ['', ...linesOf(each)]) output.line(line);
}

/** A claim with how it stands: its words, its state, why, and what the change can bear. */
function linesOf({ claim, finding, stands, bears, standings, changed }: RegisteredClaim): string[] {
  const before = changed ? standings.at(-2) : undefined;
  const was = before === undefined ? '' : ` Before: ${sayState(before.state).toLowerCase()}.`;
  return [
    ...wrapText(`${claim.id}. ${claim.words}`),
    ...wrapText(`   ${stands}.${was} ${finding.because}`),
    ...(bears === null ? [] : wrapText(`   ${bears}`)),
  ];
}

async function add(platform: Platform, output: Output, file: string, unit: string | null): Promise<void> {
  const name = basename(file);
  const content = await readFile(file, 'utf8').catch(() => null);
  if (content === null)
    throw new Refused([{ field: null, sentence: `${name} cannot be read: check that it is there.` }]);
  const read = readClaimFile(content, name);
  if (read.kind === 'refused') throw new Refused([{ field: null, sentence: read.because }]);
  const asked = { unit: await requireUnit(platform.records, unit), claims: read.claims };
  const { added, held } = await addClaims(platform, asked);
  const before = held.length === 0 ? '' : `; ${held.length} were in the register already`;
  output.line(
    `${countWords(added.length, 'claim')} entered${before}. See them with "wardroom performance claims list".`,
  );
  if (added.length > 0)
    output.line(
      'Visitors do not see them yet: propose each on its page, and a second person approves it there (Performance, Public claims).',
    );
}

async function show(platform: Platform, output: Output, number: string, json = false): Promise<void> {
  const id = /^\d{1,15}$/.test(number) ? Number(number) : 0;
  const claim = await findClaim(platform, id);
  if (claim === null)
    throw new Refused([
      { field: null, sentence: `There is no claim ${number}: see "wardroom performance claims list".` },
    ]);
  const history = await claimHistory(platform, id);
  const found = (await claimRegister(platform)).find((each) => each.claim.id === id) ?? null;
  if (json) {
    output.json({ ...(found === null ? { claim } : asJson(found)), history });
    return;
  }
  for (const line of sayClaim(claim)) output.line(line);
  for (const line of found === null ? [] : linesOf(found).slice(1)) output.line(line);
  for (const { state, noted } of found?.standings ?? [])
    output.line(`   ${noted.at.toISOString().slice(0, 10)}: ${sayState(state).toLowerCase()}`);
}

function sayClaim({ id, words, saidBy, saidOn, document, withdrawn, version }: Claim): string[] {
  const gone = withdrawn === null ? '' : ` Withdrawn: ${withdrawn.because}`;
  return [
    ...wrapText(`${id}. ${words}`),
    ...wrapText(`   ${saidBy}, ${saidOn ?? 'undated'}: ${document}. Wording ${version}.${gone}`),
  ];
}

function asJson({ claim, finding, stands, bears, standings, changed, area, periods }: RegisteredClaim): object {
  return { ...claim, ...finding, stands, bears, changed, standings, area: area?.name ?? null, periods };
}
