import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { type Problem, Refused } from '../../lib/refused.ts';
import { personOf } from '../../platform/access/index.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import { namesOf } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { textTable } from '../../platform/text-table.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import type { Charter } from '../model.ts';
import { readCharterFile } from './charter-file.ts';
import { charterSchema } from './charter-schema.ts';
import { amendCharter, changeCharter, charterHistory, enterCharter, listCharters } from './charter-service.ts';
import { type CharterInView, charterInView, chartersInView, shownFromFile } from './charters-in-view-service.ts';
import { exampleCharter } from './example-charter.ts';
import { decide } from './looks-service.ts';
import type { KeptCharter } from './model.ts';
import { sayCharter, stillToSign } from './say-charter.ts';
import { signCharter } from './sign-charter-service.ts';
import {
  type VerifiedCharter,
  verifyCharterFile,
  verifyFileAlone,
  verifyKeptCharter,
} from './verify-charter-service.ts';
import { shownOf } from './wording-in-force.ts';

type Run = (platform: Platform) => Promise<void>;

/** Adds "charter" with its commands, and "decide", to "wardroom evaluation". */
export function charterCommand(parent: Command, open: OpenPlatform, output: Output): void {
  const charter = parent.command('charter').description('what is agreed before a pilot begins, and who signed it');
  const run = (work: Run) => answer(output, () => withPlatform(open, work));
  charter
    .command('schema')
    .description('the JSON Schema of a charter')
    .option('--example', 'a whole charter of the months to come instead, to write your own over')
    .action(({ example = false }: { example?: boolean }) =>
      output.json(example ? exampleCharter(todayInLondon(new Date())) : charterSchema()),
    );
  charter
    .command('check <file>')
    .description('whether a file is a charter whose parts fit together; nothing is kept')
    .action((file: string) => answer(output, async () => sayLines(output, await check(file))));
  writingCommands(charter, output, run);
  readingCommands(charter, { open, output, run });
  decideCommand(parent, output, run);
}

function writingCommands(charter: Command, output: Output, run: (work: Run) => Promise<void>): void {
  charter
    .command('enter <file>')
    .description('enter a charter as a draft, or change the draft of its name that nobody has signed')
    .action((file: string) => run(async (platform) => say(output, await enter(platform, await readCharter(file)))));
  charter
    .command('sign <name>')
    .description('sign the wording that stands for an organisation, as the person that --as names')
    .requiredOption('--organisation <name>', 'for whom, such as "Camden Council"')
    .option('--signed-as <text>', 'name and office as readers see them (default: your name)')
    .action((name: string, options: { organisation: string; signedAs?: string }) =>
      run(async (platform) => say(output, await sign(platform, name, options))),
    );
  charter
    .command('amend <name> <file>')
    .description('amend a charter that was signed; everybody who was to sign signs the amendment too')
    .requiredOption('--because <reason>', 'why: every result shows it')
    .action((name: string, file: string, { because }: { because: string }) =>
      run(async (platform) => {
        const json = await readCharter(file);
        const { hash } = lastOf(await keptCharter(platform, name));
        say(output, await amendCharter(platform, { name, seen: hash, json, because }));
      }),
    );
}

interface Reading {
  open: OpenPlatform;
  output: Output;
  run: (work: Run) => Promise<void>;
}

function readingCommands(charter: Command, { open, output, run }: Reading): void {
  charter
    .command('verify [what]')
    .description('whether a charter of the records, all of them, or a file still says what was signed')
    .action((what: string | undefined) => answer(output, () => verifyAnywhere(open, output, what ?? null)));
  charter
    .command('show <name>')
    .description('one charter: what was agreed, who signed, how it was amended')
    .option('--json', 'as a file that others can verify')
    .action((name: string, { json }: { json?: boolean }) =>
      run(async (platform) => {
        const { from: _, ...shown } = await inView(platform, name);
        if (json === true) output.json(shown);
        else sayLines(output, sayCharter(shown));
      }),
    );
  charter
    .command('list')
    .description('every charter, and how it stands')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) =>
      run(async (platform) => list(output, await chartersInView(platform), json)),
    );
}

interface Decided {
  after: string;
  decision: string;
  by: string[];
  because: string;
  on?: string;
  recordedAs?: string;
}

function decideCommand(parent: Command, output: Output, run: (work: Run) => Promise<void>): void {
  parent
    .command('decide <name>')
    .description('write down what the signatories of a charter decided after a look')
    .requiredOption('--after <month>', 'the look, such as 2030-09')
    .requiredOption('--decision <word>', 'stop, change or continue')
    .requiredOption('--by <organisation...>', 'who decided it')
    .requiredOption('--because <reason>', 'why')
    .option('--on <day>', 'day of the decision (default: today)')
    .option('--recorded-as <text>', 'name and office of who writes it down, as readers see them (default: your name)')
    .action((name: string, { after, decision, by, because, on, recordedAs }: Decided) =>
      run(async (platform) => {
        const asked = {
          ...{ name, afterLook: after, decided: decision, bodies: by, reason: because },
          ...{ decidedOn: on ?? todayInLondon(platform.now()), recordedAs: recordedAs ?? (await ownName(platform)) },
        };
        const decisions = await decide(platform, asked);
        output.line(
          `Written down as decision ${decisions.length} about ${name}: ${decision}, after the look at ${after}.`,
        );
      }),
    );
}

async function withPlatform(open: OpenPlatform, work: Run): Promise<void> {
  const { platform, close } = await open();
  try {
    await work(platform);
  } finally {
    await close();
  }
}

/** More than anybody rights at once. */
const MOST_PROBLEMS = 20;

async function answer(output: Output, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const { sentence } of error.problems.slice(0, MOST_PROBLEMS)) output.error(sentence);
    const more = error.problems.length - MOST_PROBLEMS;
    if (more > 0) output.error(`${more} more: right these first.`);
    output.exitCode(1);
  }
}

const refused = (sentence: string) => new Refused([{ field: null, sentence } satisfies Problem]);

async function textOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw refused(`${basename(file)} cannot be read: check that it is there.`);
  return text;
}

async function readCharter(file: string): Promise<Charter> {
  const read = readCharterFile(await textOf(file), basename(file));
  if (read.kind === 'refused') throw new Refused(read.problems);
  return read.file.charter;
}

async function check(file: string): Promise<string[]> {
  const charter = await readCharter(file);
  return [`${basename(file)} is a charter, and its parts fit together.`, ...sayCharter(shownFromFile(charter))];
}

async function enter(platform: Platform, charter: Charter): Promise<KeptCharter> {
  const before = await charterHistory(platform, charter.name);
  if (before === null) return enterCharter(platform, charter);
  return changeCharter(platform, { name: charter.name, seen: lastOf(before).hash, json: charter });
}

async function sign(
  platform: Platform,
  name: string,
  { organisation, signedAs }: { organisation: string; signedAs?: string },
): Promise<KeptCharter> {
  const { hash } = lastOf(await keptCharter(platform, name));
  return signCharter(platform, { name, organisation, hash, signedAs: signedAs ?? (await ownName(platform)) });
}

/** Name of the person who acts; for the owner of the data folder the name they are known by there. */
async function ownName(platform: Platform): Promise<string> {
  const { principal } = platform;
  const person = personOf(principal);
  if (person === null) return principal.kind === 'operator' ? principal.name : '';
  return (await namesOf(platform, [person])).get(person) ?? '';
}

async function keptCharter(platform: Platform, name: string): Promise<KeptCharter> {
  const kept = await charterHistory(platform, name);
  if (kept !== null) return kept;
  throw refused(`There is no charter ${name} in the records: "wardroom evaluation charter list" has the names.`);
}

function lastOf({ name, wordings }: KeptCharter) {
  const last = wordings.at(-1);
  if (last === undefined) throw refused(`There is nothing of the charter ${name} to see.`);
  return last;
}

async function inView(platform: Platform, name: string): Promise<CharterInView> {
  const found = await charterInView(platform, name);
  if (found !== null) return found;
  throw refused(`There is no charter ${name}: "wardroom evaluation charter list" has the names.`);
}

function say(output: Output, kept: KeptCharter): void {
  const shown = shownOf(kept);
  sayLines(output, shown === null ? [] : sayCharter(shown));
}

function sayLines(output: Output, lines: readonly string[]): void {
  for (const line of lines) for (const each of wrapText(line)) output.line(each);
}

/** Errors of opening records that say that there are none to open. */
const NO_RECORDS: readonly string[] = ['ConfigError', 'RecordsUnavailable'];

/** Verifies by the records, or a file by itself where there are no records. */
async function verifyAnywhere(open: OpenPlatform, output: Output, what: string | null): Promise<void> {
  const text = what === null ? null : await readFile(what, 'utf8').catch(() => null);
  const opened = await open().catch((error: unknown) => {
    if (text === null || !(error instanceof Error) || !NO_RECORDS.includes(error.name)) throw error;
    return null;
  });
  if (opened === null) {
    if (what !== null && text !== null)
      sayVerified(output, what, await verifyFileAlone({ text, name: basename(what) }), false);
    return;
  }
  try {
    await verify(opened.platform, output, what, text);
  } finally {
    await opened.close();
  }
}

function sayVerified(output: Output, file: string, verified: VerifiedCharter, isHeld: boolean): void {
  if (verified.kind === 'refused') throw new Refused(verified.problems);
  if (verified.kind === 'tampered') throw refused(verified.because);
  sayLines(output, [
    `${basename(file)} says what its hash says, ${verified.shown.hash}.`,
    isHeld
      ? 'The records hold it so, with every signature and amendment that the file names.'
      : 'No records here hold it: who signed, on which days and why it was amended was not checked; ask where it is kept, or compare the hash.',
  ]);
}

async function verify(platform: Platform, output: Output, what: string | null, text: string | null): Promise<void> {
  if (what !== null && (await charterHistory(platform, what)) === null) {
    if (text === null)
      throw refused(
        `There is no charter ${what} in the records, and no file of this name: "wardroom evaluation charter list" has the names.`,
      );
    const verified = await verifyCharterFile(platform, { text, name: basename(what) });
    const isHeld = verified.kind === 'charter' && (await charterInView(platform, verified.shown.charter.name)) !== null;
    sayVerified(output, what, verified, isHeld);
    return;
  }
  // Those that cannot be shown, because nothing of them can be read, as well.
  const names = what === null ? (await listCharters(platform)).map(({ name }) => name) : [what];
  for (const name of names) {
    const verified = await verifyKeptCharter(platform, name);
    if (verified.kind === 'tampered') throw refused(verified.because);
    output.line(`${name}: every wording has its hash, and every signature is of its wording.`);
  }
  if (what === null && names.length === 0) output.line('There are no charters in the records.');
}

const COLUMNS = [
  { head: 'Charter', align: 'left' },
  { head: 'Question', align: 'left' },
  { head: 'Starts', align: 'left' },
  { head: 'Stands', align: 'left' },
  { head: 'Still to sign', align: 'left' },
  { head: 'Hash', align: 'left' },
] as const;

function list(output: Output, charters: readonly CharterInView[], json = false): void {
  if (json) {
    output.json(charters);
    return;
  }
  const rows = charters.map((each) => [
    each.charter.name,
    each.charter.title,
    each.charter.treated.map(({ start }) => start).toSorted()[0] ?? '',
    each.standing,
    stillToSign(each).join(', ') || '–',
    `${each.hash.slice(0, 8)}…`,
  ]);
  for (const line of textTable(COLUMNS, rows)) output.line(line);
}
