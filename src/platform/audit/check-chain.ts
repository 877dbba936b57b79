import { z } from 'zod';
import { hashContent, hashEntry } from './hash-entry.ts';
import type { SignedHead } from './head-text.ts';
import { type ChainedEntry, type ChainHead, NO_HASH } from './model.ts';

/** Where a chain no longer is what was written. */
export interface Break {
  /** The first entry that may have been changed. */
  seq: number;
  /** One sentence. */
  because: string;
}

/** How far a chain was checked, and what is still to be accounted for. */
export interface Checked {
  /** The last entry that was checked; 0 before the first. */
  seq: number;
  hash: string;
  at: number;
  broken: Break | null;
  /** The last entry that a signed head agrees with: everything up to it is as it was when the head was signed. */
  proven: number;
  erased: number;
  /** Entries without content that no erasure has accounted for yet, by module. */
  unaccounted: ReadonlyMap<string, Gone | null>;
}

/** An entry without content and those before it: a list that grows at no cost, since it may hold a million. */
interface Gone {
  seq: number;
  at: number;
  before: Gone | null;
}

export const NOTHING_CHECKED: Checked = {
  seq: 0,
  hash: NO_HASH,
  at: Number.NEGATIVE_INFINITY,
  broken: null,
  proven: 0,
  erased: 0,
  unaccounted: new Map(),
};

/**
 * Checks the next entries of a chain: that none is missing, that time never goes back, that each says what it said when
 * it was written and follows from the one before, and that every signed head agrees. Stops at the first that does not.
 * @param before  what was checked already; NOTHING_CHECKED at the start
 * @param entries the entries after it, in order of their numbers
 * @param heads   signed heads of these records, whose signatures were checked
 */
export function checkEntries(
  before: Checked,
  entries: readonly ChainedEntry[],
  heads: ReadonlyMap<number, readonly SignedHead[]>,
): Checked {
  let checked = before;
  for (const entry of entries) {
    if (checked.broken !== null) return checked;
    const because = faultOf(entry, checked);
    if (because !== null) return broken(checked, checked.seq + 1, because);
    const { seq, hash, at } = entry;
    checked = accountFor(checked, entry);
    if (checked.broken !== null) return checked;
    checked = agree({ ...checked, seq, hash, at }, heads.get(seq) ?? []);
  }
  return checked;
}

/**
 * Checks what only the end of a chain tells: that it ends where the records say it does, that every head's entry was
 * there, and that every entry without content was erased by an entry that says so.
 * @param latest where the records say the chain stands; null where nothing was ever written
 */
export function checkEnd(checked: Checked, latest: ChainHead | null, heads: readonly SignedHead[]): Checked {
  if (checked.broken !== null) return checked;
  const { seq, hash } = checked;
  const ahead = heads.find((head) => head.seq > seq);
  if (ahead !== undefined) {
    return broken(
      checked,
      seq + 1,
      `The audit ends at entry ${seq}, but ${ahead.file} is of entry ${ahead.seq}: entries are missing.`,
    );
  }
  const end = latest ?? { seq: 0, hash: NO_HASH };
  if (end.seq !== seq || end.hash !== hash) {
    return broken(checked, Math.min(seq, end.seq) + 1, `The audit should end at entry ${end.seq} and ends at ${seq}.`);
  }
  const gone = [...checked.unaccounted.values()].flatMap((last) => firstOf(last) ?? []);
  if (gone.length === 0) return checked;
  const first = Math.min(...gone);
  return broken(checked, first, `What entry ${first} said is gone, and no erasure accounts for it.`);
}

function broken(checked: Checked, seq: number, because: string): Checked {
  return { ...checked, broken: { seq, because } };
}

function faultOf(entry: ChainedEntry, { seq, hash, at }: Checked): string | null {
  const { content } = entry;
  if (entry.seq !== seq + 1) return `Entry ${seq + 1} is missing: entry ${entry.seq} stands in its place.`;
  if (entry.prevHash !== hash) return `Entry ${entry.seq} does not follow from the entry before it.`;
  if (content !== null && hashContent(content) !== entry.contentHash) {
    return `Entry ${entry.seq} does not say what it said when it was written.`;
  }
  if (hashEntry(entry) !== entry.hash) return `Entry ${entry.seq} is not as it was written: its hash does not fit it.`;
  return entry.at < at ? `Entry ${entry.seq} is from before the entry before it.` : null;
}

function agree(checked: Checked, heads: readonly SignedHead[]): Checked {
  const other = heads.find(({ hash }) => hash !== checked.hash);
  if (other === undefined) return heads.length === 0 ? checked : { ...checked, proven: checked.seq };
  const from = checked.proven + 1;
  const where = from === checked.seq ? `Entry ${from}` : `Something from entry ${from} to entry ${checked.seq}`;
  return broken(checked, from, `${where} was changed after ${other.file} was signed at ${other.at}.`);
}

/** `until` to the microsecond: "2026-03-10T12:00:00.000001Z". */
const erasure = z.object({
  entries: z.number(),
  module: z.string(),
  until: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
});

/** Notes an entry whose content is gone, and strikes out what an erasure accounts for. */
function accountFor(checked: Checked, { seq, at, module, content }: ChainedEntry): Checked {
  if (content === null) {
    const gone = { seq, at, before: checked.unaccounted.get(module) ?? null };
    return { ...checked, erased: checked.erased + 1, unaccounted: new Map([...checked.unaccounted, [module, gone]]) };
  }
  if (content.action !== 'audit.erase' || module !== 'audit') return checked;
  const said = erasure.safeParse(JSON.parse(content.detail));
  if (!said.success) return broken(checked, seq, `Entry ${seq} does not say what it erased.`);
  const until = microseconds(said.data.until);
  const open = checked.unaccounted.get(said.data.module) ?? null;
  const { left, struck } = strikeOut(open, until);
  if (struck !== said.data.entries) {
    const because = `Entry ${seq} erased ${said.data.entries} entries, but ${struck} are gone.`;
    return broken(checked, firstOf(open) ?? seq, because);
  }
  return { ...checked, unaccounted: new Map([...checked.unaccounted, [said.data.module, left]]) };
}

function microseconds(instant: string): number {
  return Date.parse(`${instant.slice(0, 23)}Z`) * 1000 + Number(instant.slice(23, 26));
}

/** Time never goes back along the chain, so those of after an instant stand together at the end. */
function strikeOut(last: Gone | null, until: number): { left: Gone | null; struck: number } {
  const later: Gone[] = [];
  let each = last;
  for (; each !== null && each.at >= until; each = each.before) later.push(each);
  let struck = 0;
  for (; each !== null; each = each.before) struck += 1;
  let left: Gone | null = null;
  for (const { seq, at } of later.reverse()) left = { seq, at, before: left };
  return { left, struck };
}

function firstOf(last: Gone | null): number | null {
  let first: number | null = null;
  for (let each = last; each !== null; each = each.before) first = each.seq;
  return first;
}
