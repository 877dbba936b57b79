import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { MODULES } from '../access/index.ts';
import type { Break } from './break.ts';
import { jsonOrNull } from './json-or-null.ts';
import type { ChainedEntry } from './model.ts';
import { givenRules, keptFrom, RETENTION_RULES, type RetentionRule, ruleOn } from './retention-rules.ts';

/** Actions that account for what is missing, or decide what may be; the same as platform.audit_accounts() in SQL. */
export const ACCOUNTING: ReadonlySet<string> = new Set(['audit.erase', 'audit.adopt-rules', 'audit.restored']);

/** An erasure, as its entry tells it. */
export interface Erasure {
  seq: number;
  /** Microseconds since 1970, as is `until`. */
  at: number;
  by: string;
  module: string;
  entries: number;
  until: number;
  months: number;
  source: string;
}

/** Rules of how long entries are kept that somebody adopted. */
export interface Adoption {
  seq: number;
  at: number;
  by: string;
  rules: readonly RetentionRule[];
}

/** Somebody's word that records were restored from a backup, and the heads of what was written after it. */
export interface Restore {
  seq: number;
  at: number;
  by: string;
  reason: string;
  heads: readonly { seq: number; hash: string }[];
}

/** What entries account for, up to some entry. */
export interface Accounts {
  /** Entries without content that no erasure has accounted for yet, by module. */
  gone: ReadonlyMap<string, Gone | null>;
  /** The earliest entry with content that an erasure could take away, by module. */
  standing: ReadonlyMap<string, { seq: number; at: number }>;
  erasures: readonly Erasure[];
  adoptions: readonly Adoption[];
  restores: readonly Restore[];
}

/** An entry without content and those before it: a list that grows at no cost, since it may hold a million. */
interface Gone {
  seq: number;
  at: number;
  before: Gone | null;
}

export const NO_ACCOUNTS: Accounts = {
  gone: new Map(),
  standing: new Map(),
  erasures: [],
  adoptions: [],
  restores: [],
};

/** `until` to the microsecond: "2026-03-10T12:00:00.000001Z". */
const erasure = z.object({
  entries: z.int().positive(),
  module: z.enum(MODULES),
  months: z.int(),
  source: z.string(),
  until: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
});
const adoption = z.object({ rules: givenRules });
const restored = z.object({ heads: z.array(z.object({ seq: z.number(), hash: z.string() })) });

/**
 * Notes an entry whose content is gone, and what one says that accounts for others: an erasure, rules that were adopted,
 * a restore.
 * @returns what is accounted for now, and what does not fit
 */
export function accountFor(before: Accounts, entry: ChainedEntry): { accounts: Accounts; breaks: readonly Break[] } {
  const { seq, at, module, content } = entry;
  if (content === null) {
    const gone = new Map([...before.gone, [module, { seq, at, before: before.gone.get(module) ?? null }] as const]);
    return { accounts: { ...before, gone }, breaks: [] };
  }
  if (!ACCOUNTING.has(content.action)) return { accounts: stands(before, entry), breaks: [] };
  if (module !== 'audit') return { accounts: before, breaks: [] };
  const said = jsonOrNull(content.detail);
  const told = { seq, at, by: content.actor };
  if (content.action === 'audit.erase') {
    const parsed = erasure.safeParse(said);
    if (!parsed.success)
      return { accounts: before, breaks: [{ seq, because: `Entry ${seq} does not say what it erased.` }] };
    return settle(before, { ...told, ...parsed.data, until: microseconds(parsed.data.until) });
  }
  if (content.action === 'audit.adopt-rules') {
    const parsed = adoption.safeParse(said);
    if (parsed.success) {
      return { accounts: { ...before, adoptions: [...before.adoptions, { ...told, ...parsed.data }] }, breaks: [] };
    }
    return { accounts: before, breaks: [{ seq, because: `Entry ${seq} does not say what rules were adopted.` }] };
  }
  const parsed = restored.safeParse(said);
  if (!parsed.success) {
    return { accounts: before, breaks: [{ seq, because: `Entry ${seq} does not say what a restore abandoned.` }] };
  }
  const restore = { ...told, ...parsed.data, reason: content.reason ?? '' };
  return { accounts: { ...before, restores: [...before.restores, restore] }, breaks: [] };
}

/** The first entry of each module whose content is gone without an erasure that accounts for it. */
export function unaccounted({ gone }: Accounts): readonly Break[] {
  return [...gone.values()].flatMap((last) => {
    const seq = firstOf(last);
    return seq === null ? [] : [{ seq, because: `What entry ${seq} said is gone, and no erasure accounts for it.` }];
  });
}

function stands(before: Accounts, { seq, at, module }: ChainedEntry): Accounts {
  const first = before.standing.get(module);
  if (first !== undefined && first.at <= at) return before;
  return { ...before, standing: new Map([...before.standing, [module, { seq, at }]]) };
}

/** Strikes out what an erasure accounts for: all of a module that is past its time, and nothing else. */
function settle(before: Accounts, given: Erasure): { accounts: Accounts; breaks: readonly Break[] } {
  const { seq, module, until, entries } = given;
  const open = before.gone.get(module) ?? null;
  const { left, struck, first } = strikeOut(open, until);
  const breaks: Break[] = [];
  if (struck !== entries) {
    breaks.push({ seq: first ?? seq, because: `Entry ${seq} erased ${entries} entries, but ${struck} are gone.` });
  }
  const standing = before.standing.get(module);
  if (standing !== undefined && standing.at < until) {
    const because = `Entry ${seq} erased only some of what it should have: what entry ${standing.seq} says still stands.`;
    breaks.push({ seq: first ?? seq, because });
  }
  if (!obeys(given, before.adoptions)) {
    const because = `Entry ${seq} erased what no rule in force allowed: entries of ${module} from before ${instantOf(until)}.`;
    breaks.push({ seq: first ?? seq, because });
  }
  const accounts = {
    ...before,
    gone: new Map([...before.gone, [module, left]]),
    erasures: [...before.erasures, given],
  };
  return { accounts, breaks };
}

/** Whether the erasure follows the rule in force, of those built in and those adopted before it. */
function obeys({ at, module, months, source, until }: Erasure, adoptions: readonly Adoption[]): boolean {
  const on = new Date(at / 1000);
  const rules = [...RETENTION_RULES, ...adoptions.flatMap((each) => each.rules)];
  const known = MODULES.find((each) => each === module);
  const rule = known === undefined ? null : ruleOn(rules, known, todayInLondon(on));
  if (rule === null || rule.months !== months || rule.source !== source) return false;
  // An erasure that began before midnight may end after it, when a shorter month's last day holds for another.
  const limits = [on, new Date(on.getTime() - 60_000)].map((each) => keptFrom(rule, each)?.getTime() ?? 0);
  return until < (Math.max(...limits) + 1) * 1000;
}

function microseconds(instant: string): number {
  return Date.parse(`${instant.slice(0, 23)}Z`) * 1000 + Number(instant.slice(23, 26));
}

/** An instant as people read it: ISO, to the second. */
export const instantOf = (micros: number): string => `${new Date(micros / 1000).toISOString().slice(0, 19)}Z`;

function strikeOut(last: Gone | null, until: number): { left: Gone | null; struck: number; first: number | null } {
  const later: Gone[] = [];
  let struck = 0;
  let first: number | null = null;
  for (let each = last; each !== null; each = each.before) {
    if (each.at >= until) later.push(each);
    else {
      struck += 1;
      first = each.seq;
    }
  }
  let left: Gone | null = null;
  for (const { seq, at } of later.reverse()) left = { seq, at, before: left };
  return { left, struck, first };
}

function firstOf(last: Gone | null): number | null {
  let first: number | null = null;
  for (let each = last; each !== null; each = each.before) first = each.seq;
  return first;
}
