import { type Accounts, accountFor, instantOf, NO_ACCOUNTS, unaccounted } from './account-for.ts';
import type { Break } from './break.ts';
import { hashContent, hashEntry } from './hash-entry.ts';
import type { SignedHead } from './head-text.ts';
import { type ChainedEntry, type ChainHead, NO_HASH } from './model.ts';

/** How far a chain was checked, and what was found. */
export interface Checked {
  /** The last entry that was checked; 0 before the first. */
  seq: number;
  hash: string;
  at: number;
  /** The latest time that an entry carries which no head was compared with yet. */
  latest: { seq: number; at: number };
  /** Everything that does not fit, up to MOST_BREAKS; and the one of the first entry. */
  breaks: readonly Break[];
  broken: Break | null;
  /** How many more there are. */
  unlisted: number;
  /** Entries that a signed head agrees with. */
  agreed: readonly number[];
  /** Heads that disagree, and the entry after the last head that agrees. */
  disagreeing: readonly Disagreeing[];
  /** Entries from more than a minute before the entry before them: a clock was set back. */
  setBack: readonly { seq: number; from: number; to: number }[];
  erased: number;
  accounts: Accounts;
}

/** A head that the chain does not lead to. */
export interface Disagreeing {
  head: SignedHead;
  from: number;
  because: string;
}

const MOST_BREAKS = 100;
/** Two clocks differ by less: that of the records, and that of the server, which signs heads. */
const CLOCKS_DIFFER = 60_000_000;
const NO_TIME = { seq: 0, at: Number.NEGATIVE_INFINITY };

export const NOTHING_CHECKED: Checked = {
  seq: 0,
  hash: NO_HASH,
  at: Number.NEGATIVE_INFINITY,
  latest: NO_TIME,
  breaks: [],
  broken: null,
  unlisted: 0,
  agreed: [],
  disagreeing: [],
  setBack: [],
  erased: 0,
  accounts: NO_ACCOUNTS,
};

/**
 * Checks the next entries of a chain: that none is missing, that each says what it said when it was written and follows
 * from the one before, that what is gone was erased by the rules, and that signed heads agree. Goes on after what does
 * not fit, with the entry as it stands.
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
  for (const entry of entries) checked = agree(checkEntry(checked, entry), heads.get(entry.seq) ?? []);
  return checked;
}

/**
 * Checks what only the end of a chain tells: that it ends where the records say it does, that every head's entry was
 * there unless a restore accounts for it, and that every entry without content was erased by one that says so.
 * @param latest where the records say the chain stands; null where nothing was ever written
 */
export function checkEnd(checked: Checked, latest: ChainHead | null, heads: readonly SignedHead[]): Checked {
  const { seq, hash, accounts } = checked;
  const from = (checked.agreed.at(-1) ?? 0) + 1;
  const ahead = heads
    .filter((head) => head.seq > seq)
    .map((head) => ({
      head,
      from,
      because: `The audit ends at entry ${seq}, but ${head.file} is of entry ${head.seq}: entries are missing.`,
    }));
  const all = { ...checked, disagreeing: [...checked.disagreeing, ...ahead] };
  const [missing] = ahead.filter(({ head }) => !isAbandoned(accounts, head));
  const end = latest ?? { seq: 0, hash: NO_HASH };
  const endBreak =
    missing !== undefined
      ? [{ seq: seq + 1, because: missing.because }]
      : end.seq !== seq || end.hash !== hash
        ? [{ seq: Math.min(seq, end.seq) + 1, because: `The audit should end at entry ${end.seq} and ends at ${seq}.` }]
        : [];
  const disagreements = checked.disagreeing
    .filter(({ head }) => !isAbandoned(accounts, head))
    .map((each) => ({ seq: each.from, because: each.because }));
  return broken(all, [...disagreements, ...endBreak, ...unaccounted(accounts)]);
}

/** Whether somebody said that a restore abandoned what the head is of. */
export function isAbandoned({ restores }: Accounts, { seq, hash }: Pick<SignedHead, 'seq' | 'hash'>): boolean {
  return restores.some(({ heads }) => heads.some((head) => head.seq === seq && head.hash === hash));
}

/** The last entry that a head proves: everything up to it is as it was when that head was signed. */
export function provenUpTo({ agreed, broken: first }: Checked): number {
  return agreed.findLast((seq) => first === null || seq < first.seq) ?? 0;
}

function broken(checked: Checked, found: readonly Break[]): Checked {
  if (found.length === 0) return checked;
  const room = MOST_BREAKS - checked.breaks.length;
  const first = found.reduce((one, other) => (other.seq < one.seq ? other : one));
  return {
    ...checked,
    breaks: [...checked.breaks, ...found.slice(0, room)],
    broken: checked.broken !== null && checked.broken.seq <= first.seq ? checked.broken : first,
    unlisted: checked.unlisted + Math.max(found.length - room, 0),
  };
}

function checkEntry(before: Checked, entry: ChainedEntry): Checked {
  const { seq, hash } = entry;
  const fault = faultOf(entry, before);
  const at = Number.isSafeInteger(entry.at) ? entry.at : before.at;
  const checked: Checked = {
    ...before,
    seq,
    hash,
    at,
    latest: at > before.latest.at ? { seq, at } : before.latest,
    erased: before.erased + (entry.content === null ? 1 : 0),
    setBack:
      at >= before.at || before.setBack.length === MOST_BREAKS
        ? before.setBack
        : [...before.setBack, { seq, from: before.at, to: at }],
  };
  if (fault !== null) {
    // Of an entry that is not what was written nothing counts, but that its content is gone.
    const { accounts } = entry.content === null ? accountFor(before.accounts, entry) : before;
    return broken({ ...checked, accounts }, [{ seq: Math.min(before.seq + 1, seq), because: fault }]);
  }
  const { accounts, breaks } = accountFor(before.accounts, entry);
  return broken({ ...checked, accounts }, breaks);
}

function faultOf(entry: ChainedEntry, { seq, hash }: Checked): string | null {
  const { content } = entry;
  if (entry.seq !== seq + 1) return `Entry ${seq + 1} is missing: entry ${entry.seq} stands in its place.`;
  if (entry.prevHash !== hash) return `Entry ${entry.seq} does not follow from the entry before it.`;
  if (content !== null && hashContent(content) !== entry.contentHash) {
    return `Entry ${entry.seq} does not say what it said when it was written.`;
  }
  if (!Number.isSafeInteger(entry.at)) return `Entry ${entry.seq} carries a time that no clock shows.`;
  return hashEntry(entry) === entry.hash
    ? null
    : `Entry ${entry.seq} is not as it was written: its hash does not fit it.`;
}

function agree(checked: Checked, heads: readonly SignedHead[]): Checked {
  if (heads.length === 0) return checked;
  const { seq, hash, latest } = checked;
  const from = (checked.agreed.at(-1) ?? 0) + 1;
  const where = from === seq ? `Entry ${from}` : `Something from entry ${from} to entry ${seq}`;
  const disagreeing = heads
    .filter((head) => head.hash !== hash)
    .map((head) => ({ head, from, because: `${where} was changed after ${head.file} was signed at ${head.at}.` }));
  const [agreeing] = heads
    .filter((head) => head.hash === hash)
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const all = { ...checked, disagreeing: [...checked.disagreeing, ...disagreeing] };
  if (agreeing === undefined) return all;
  const agreed = { ...all, agreed: [...checked.agreed, seq], latest: NO_TIME };
  if (latest.at <= Date.parse(agreeing.at) * 1000 + CLOCKS_DIFFER) return agreed;
  const because = `Entry ${latest.seq} says that it is of ${instantOf(latest.at)}, but ${agreeing.file}, which covers it, was signed at ${agreeing.at}.`;
  return broken(agreed, [{ seq: latest.seq, because }]);
}
