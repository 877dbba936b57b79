import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { MODULES } from '../access/index.ts';
import type { OpenPlatform, Output } from '../command-line.ts';
import type { Platform } from '../platform.ts';
import { findHeads, wrongFileNamed } from './heads-store.ts';
import { Refusal } from './refusal.ts';
import { parseRetentionRules } from './retention-rules.ts';
import type { Safekeeping } from './safekeeping.ts';
import { type Names, sayActor, sayDone } from './say-entry.ts';
import {
  type AskedAudit,
  exportAudit,
  exportHead,
  type FoundEntry,
  recordRestore,
  retainAudit,
  searchAudit,
  verifyAudit,
} from './service.ts';
import { verifyLines } from './verify-lines.ts';

/** What the commands need of app/. */
export interface AuditEdge {
  /** The platform of who acts. */
  open: OpenPlatform;
  /** Wardroom's own, in the name of who acts: keeping the audit shows nobody what is in it. */
  openSystem: OpenPlatform;
  output: Output;
  safekeepingOf: (system: Platform) => Safekeeping;
  /** Everybody's name by identity. */
  people: (platform: Platform) => Promise<readonly { id: string; name: string }[]>;
}

/** Adds "wardroom audit verify", "head", "search", "retain" and "restored". */
export function auditCommands(program: Command, edge: AuditEdge): void {
  const audit = program.command('audit').description('who did what, when and why; and whether anyone changed it since');
  verifyCommand(audit, edge);
  headCommand(audit, edge);
  searchCommand(audit, edge);
  retainCommand(audit, edge);
  restoredCommand(audit, edge);
}

interface VerifyFlags {
  head: string[];
  key?: string;
  chainOnly?: boolean;
  signatureOnly?: boolean;
  json?: boolean;
}

function verifyCommand(audit: Command, { openSystem, output, safekeepingOf }: AuditEdge): void {
  audit
    .command('verify')
    .description(
      'check every entry, every exported head and the figures of imports; exit code 1 when something changed, 2 for a file that is no head or key',
    )
    .option('--head <file>', 'a head to check against besides those exported; give it again for another', another, [])
    .option('--key <file>', 'public key that heads were signed for (default: that of the data folder)')
    .option('--chain-only', 'leave out the figures of imports')
    .option('--signature-only', 'only check the signatures of the heads named, which needs no records')
    .option('--json', 'as JSON')
    .action(async (flags: VerifyFlags) => {
      const wrong = await wrongFileNamed(flags.head, flags.key ?? null);
      if (wrong !== null) {
        output.error(wrong);
        return output.exitCode(2);
      }
      if (flags.signatureOnly) return checkSignatures(flags, output);
      await using(openSystem, async (system) => {
        const { head, key, chainOnly = false } = flags;
        const options = { heads: head, chainOnly, ...(key !== undefined && { key }) };
        const report = await verifyAudit(system, safekeepingOf(system), options);
        if (flags.json) output.json(report);
        else for (const line of verifyLines(report)) output.line(line);
        if (!report.ok) output.exitCode(1);
      });
    });
}

async function checkSignatures({ head, key, json }: VerifyFlags, output: Output): Promise<void> {
  if (head.length === 0 || key === undefined) {
    output.error('Name a head with --head and the public key with --key.');
    output.exitCode(2);
    return;
  }
  const { heads, faults } = await findHeads('', { folders: [], files: head, keyFile: key });
  if (json) output.json({ ok: faults.length === 0, heads, because: faults });
  else {
    for (const { file, seq, at } of heads)
      output.line(`${file} was signed at ${at}, when the audit stood at entry ${seq}.`);
    for (const fault of faults) output.error(fault);
  }
  if (faults.length > 0) output.exitCode(1);
}

function headCommand(audit: Command, { openSystem, output, safekeepingOf }: AuditEdge): void {
  audit
    .command('head')
    .description('sign where the audit stands now, for a council to keep')
    .requiredOption('--out <file>', 'new file to write it to')
    .option('--json', 'as JSON')
    .action(async ({ out, json }: { out: string; json?: boolean }) => {
      await using(openSystem, async (system) => {
        const { seq, at, hash, instance } = await exportHead(system, safekeepingOf(system), { out });
        if (json) output.json({ file: out, instance, seq, hash, at });
        else
          output.line(
            `The head of entry ${seq} is in ${out}. Who holds it can tell whether anything before it is changed.`,
          );
      });
    });
}

interface SearchFlags extends Omit<AskedAudit, 'before'> {
  before?: string;
  csv?: boolean;
  json?: boolean;
}

function searchCommand(audit: Command, { open, output, people }: AuditEdge): void {
  audit
    .command('search')
    .description('entries of the audit, the latest first; needs --as somebody who may see it, and is itself an entry')
    .requiredOption('--reason <text>', 'why you look, kept with what you looked for')
    .option('--who <text>', 'part of who acted, such as cli:anna')
    .option('--what <text>', 'part of what it was done to')
    .option('--action <name>', 'such as sources.import, or sources')
    .option('--module <name>', `one of ${MODULES.join(', ')}`)
    .option('--whom <person>', 'identity of the person it is about')
    .option('--from <date>', 'first day, such as 2026-03-10')
    .option('--to <date>', 'last day')
    .option('--before <entry>', 'only entries before this number: the next page')
    .option('--csv', 'all that fit, as CSV')
    .option('--json', 'as JSON')
    .action(async ({ csv, json, before, ...rest }: SearchFlags) => {
      const asked: AskedAudit = { ...rest, ...(before !== undefined && { before: Number.parseInt(before, 10) || 1 }) };
      await using(open, async (platform) => {
        if (csv) return output.line((await exportAudit(platform, asked)).csv.trimEnd());
        const page = await searchAudit(platform, asked);
        if (json) return output.json(page);
        if (page.entries.length === 0) return output.line('No entry fits.');
        const names: Names = new Map((await people(platform)).map(({ id, name }) => [id, name]));
        for (const entry of page.entries) output.line(entryLine(entry, names));
        if (page.next !== null) output.line(`There are more: add --before ${page.next}.`);
      });
    });
}

/** "7  2026-03-10T12:00:00.000Z  Ada First (auditor) gave …": as the page of the audit says it. */
function entryLine(
  { seq, at, module, actor, role, action, reason, erased, ...rest }: FoundEntry,
  names: Names,
): string {
  if (erased || actor === null || action === null) return `${seq}  ${at}  ${module}: erased when its time was over`;
  const under = role === null ? '' : ` (${role})`;
  const why = reason === null ? '' : `, because: ${reason}`;
  return `${seq}  ${at}  ${sayActor(actor, names)}${under} ${sayDone({ ...rest, actor, action }, names)}${why}`;
}

function retainCommand(audit: Command, { openSystem, output, safekeepingOf }: AuditEdge): void {
  audit
    .command('retain')
    .description('erase what entries say whose time is over; the audit still verifies, and says how many were erased')
    .option('--dry-run', 'only count them')
    .option('--rules <file>', 'how long each module is kept, as JSON (see src/platform/audit/README.md)')
    .option('--json', 'as JSON')
    .action(async ({ dryRun = false, rules, json }: { dryRun?: boolean; rules?: string; json?: boolean }) => {
      const given = rules === undefined ? {} : { rules: await readRules(rules) };
      await using(openSystem, async (system) => {
        const retained = await retainAudit(system, safekeepingOf(system), { dryRun, ...given });
        if (json) return output.json({ dryRun, retained });
        for (const { module, until, entries } of retained) {
          output.line(`${module}: ${entries} entries from before ${until} ${dryRun ? 'would be' : 'were'} erased.`);
        }
      });
    });
}

function restoredCommand(audit: Command, { openSystem, output, safekeepingOf }: AuditEdge): void {
  audit
    .command('restored')
    .description(
      'say that the records were restored from a backup, so that heads from after it are known to be abandoned',
    )
    .requiredOption('--head <file>', 'last head from before the restore; give it again for another', another, [])
    .requiredOption('--reason <text>', 'why the records were restored, told whenever the audit is checked')
    .option('--key <file>', 'public key that heads were signed for (default: that of the data folder)')
    .option('--json', 'as JSON')
    .action(async ({ head, reason, key, json }: { head: string[]; reason: string; key?: string; json?: boolean }) => {
      await using(openSystem, async (system) => {
        const said = { heads: head, reason, ...(key !== undefined && { key }) };
        const abandoned = await recordRestore(system, safekeepingOf(system), said);
        if (json) return output.json(abandoned);
        for (const { file, seq } of abandoned.heads)
          output.line(`${file}, of entry ${seq}, was abandoned by the restore.`);
      });
    });
}

async function readRules(
  file: string,
): Promise<Extract<ReturnType<typeof parseRetentionRules>, { rules: unknown }>['rules']> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal(`"${file}" cannot be read: name the file of the rules.`);
  });
  const read = parseRetentionRules(text);
  if ('because' in read) throw new Refusal(read.because);
  return read.rules;
}

const another = (file: string, before: string[]): string[] => [...before, file];

async function using(open: OpenPlatform, work: (platform: Platform) => Promise<void>): Promise<void> {
  const { platform, close } = await open();
  try {
    await work(platform);
  } finally {
    await close();
  }
}
