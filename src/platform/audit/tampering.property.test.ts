import { expect, it } from 'vitest';
import {
  latestOf,
  linked,
  type MadeAudit,
  madeAudit,
  madeContent,
  madeKeys,
} from '../../../test/builders/audit-chain.ts';
import { checkEnd, checkEntries, NOTHING_CHECKED } from './check-chain.ts';
import { readHead, type SignedHead, writeHead } from './head-text.ts';
import type { AuditContent, ChainedEntry } from './model.ts';
import { type AuditReport, reportOf } from './report.ts';
import { RETENTION_RULES } from './retention-rules.ts';

const MUTATIONS = 1_000;
const ENTRIES = 240;
const HEADS_AFTER = [60, 120, 200];
const LAST_HEAD = 200;
const START = Date.parse('2026-03-10T09:00:00Z');
/** Microseconds since 1970, long before what users did is past its time. */
const YEARS_AGO = Date.parse('2020-01-01T00:00:00Z') * 1000;

/** Numbers below 1 that follow from a seed: https://doi.org/10.18637/jss.v008.i14 (xorshift, 13, 17, 5). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

type Damage = Pick<MadeAudit, 'entries' | 'latest' | 'heads'> & {
  /** Where the chain was rewritten as a whole, so that only a head can tell; null for damage that shows by itself. */
  rewrittenFrom: number | null;
};
type Damaging = (audit: MadeAudit, pick: (below: number) => number) => Damage;

function check(damage: Damage, publicKey: string): AuditReport {
  const read = [...damage.heads].map(([name, content]) => readHead(content, name, publicKey));
  const heads = read.flatMap(({ head }) => head ?? []).sort((one, other) => one.seq - other.seq);
  const faults = read.flatMap(({ because }) => because ?? []);
  const bySeq = new Map<number, SignedHead[]>(heads.map((head) => [head.seq, [head]]));
  const checked = checkEnd(checkEntries(NOTHING_CHECKED, damage.entries, bySeq), damage.latest, heads);
  return reportOf({ checked, latest: damage.latest, found: { heads, faults }, imports: null });
}

const FIELDS = ['actor', 'role', 'action', 'subject', 'whom', 'reason', 'detail'] as const;
const HASHES = ['contentHash', 'prevHash', 'hash'] as const;
const other = (hash: string, at: number) => hash.slice(0, at) + (hash[at] === '0' ? '1' : '0') + hash.slice(at + 1);

function editedContent(content: AuditContent | null, field: (typeof FIELDS)[number]): AuditContent | null {
  return content === null ? null : { ...content, [field]: `${content[field] ?? ''}x` };
}
const replaced = (entries: readonly ChainedEntry[], index: number, entry: Partial<ChainedEntry>): ChainedEntry[] =>
  entries.map((each, at) => (at === index ? { ...each, ...entry } : each));
const shows = (audit: MadeAudit, entries: ChainedEntry[]): Damage => ({ ...audit, entries, rewrittenFrom: null });
const rewritten = (audit: MadeAudit, entries: ChainedEntry[], from: number): Damage => {
  const anew = linked(entries);
  return { ...audit, entries: anew, latest: latestOf(anew), rewrittenFrom: from };
};
const withHead = (audit: MadeAudit, name: string, content: string): Damage => ({
  ...audit,
  heads: new Map([...audit.heads, [name, content]]),
  rewrittenFrom: null,
});
const aHead = (audit: MadeAudit, pick: (below: number) => number) =>
  [...audit.heads][pick(audit.heads.size)] ?? ['', ''];

/** What an erasure's entry says, written after all others. */
function withErasure(audit: MadeAudit, entries: readonly ChainedEntry[], detail: string): Damage {
  const last = audit.entries.at(-1)?.at ?? 0;
  const erase = { ...madeContent(9_000), action: 'audit.erase', detail };
  const anew = linked([...entries, { at: last + 1, module: 'audit', content: erase }]);
  return { ...audit, entries: anew, latest: latestOf(anew), rewrittenFrom: null };
}
const [USERS] = RETENTION_RULES;
/** An erasure up to an instant that looks like one by the rule for users. */
const erasing = (module: string, entries: number, until: number) =>
  JSON.stringify({
    ...{ entries, module, months: USERS?.months, source: USERS?.source },
    until: new Date(until / 1000).toISOString().replace('Z', '000Z'),
  });

const DAMAGES: Record<string, Damaging> = {
  'wipes one entry and accounts for it': (audit, pick) => {
    const index = pick(ENTRIES);
    const { at = 0, module = '' } = audit.entries[index] ?? {};
    const detail = erasing(module, 1, pick(2) === 0 ? at + 1 : YEARS_AGO);
    return withErasure(audit, replaced(audit.entries, index, { content: null }), detail);
  },
  'erases a whole module up to now, as its own erasure does': (audit, pick) => {
    const { module = '', at: until = 0 } = audit.entries[ENTRIES - 1 - pick(4)] ?? {};
    const gone = (each: ChainedEntry) => each.module === module && each.at <= until;
    const entries = audit.entries.map((each) => (gone(each) ? { ...each, content: null } : each));
    return withErasure(audit, entries, erasing(module, entries.filter(gone).length, until + 1_000));
  },
  'says that something was erased which was not': (audit, pick) => {
    const details = [
      'no JSON',
      '{}',
      '{"entries":0}',
      erasing('users', 1 + pick(9), YEARS_AGO),
      erasing('users', 0, YEARS_AGO),
    ];
    return withErasure(audit, audit.entries, details[pick(details.length)] ?? '');
  },
  'dates an entry in the future before a head is signed': (audit, pick) => {
    const index = pick(LAST_HEAD);
    const at = (audit.entries[index]?.at ?? 0) + (300 + pick(1_000_000)) * 60_000_000;
    const entries = linked(replaced(audit.entries, index, { at }));
    const heads = HEADS_AFTER.map((seq): [string, string] => {
      const signed = new Date(START + seq * 60_000).toISOString();
      const head = { ...audit.latest, seq, hash: entries[seq - 1]?.hash ?? '', at: signed };
      return [`head-${seq}`, writeHead(head, audit.privateKey)];
    });
    return { entries, latest: latestOf(entries), heads: new Map(heads), rewrittenFrom: null };
  },
  'edits a field': (audit, pick) => {
    const index = pick(ENTRIES);
    const content = audit.entries[index]?.content ?? null;
    const field = FIELDS[pick(FIELDS.length)] ?? 'actor';
    return shows(audit, replaced(audit.entries, index, { content: editedContent(content, field) }));
  },
  'takes a field away': (audit, pick) => {
    const index = pick(ENTRIES);
    const content = audit.entries[index]?.content ?? null;
    if (content === null) throw new Error('no content');
    const field = content.reason === null ? 'action' : 'reason';
    return shows(audit, replaced(audit.entries, index, { content: { ...content, [field]: null } as AuditContent }));
  },
  'edits the salt': (audit, pick) => {
    const index = pick(ENTRIES);
    const content = audit.entries[index]?.content ?? null;
    if (content === null) throw new Error('no content');
    return shows(
      audit,
      replaced(audit.entries, index, { content: { ...content, salt: other(content.salt, pick(64)) } }),
    );
  },
  'takes what an entry says away': (audit, pick) =>
    shows(audit, replaced(audit.entries, pick(ENTRIES), { content: null })),
  'edits a hash': (audit, pick) => {
    const index = pick(ENTRIES);
    const name = HASHES[pick(HASHES.length)] ?? 'hash';
    return shows(
      audit,
      replaced(audit.entries, index, { [name]: other(audit.entries[index]?.[name] ?? '', pick(64)) }),
    );
  },
  'moves an entry in time': (audit, pick) => {
    const index = pick(ENTRIES);
    const at = (audit.entries[index]?.at ?? 0) + 1 + pick(1_000);
    return shows(audit, replaced(audit.entries, index, { at }));
  },
  'moves an entry to another module': (audit, pick) =>
    shows(audit, replaced(audit.entries, pick(ENTRIES), { module: 'audit' })),
  'renumbers an entry': (audit, pick) => {
    const index = pick(ENTRIES);
    return shows(audit, replaced(audit.entries, index, { seq: index + 2 + pick(9) }));
  },
  'deletes an entry': (audit, pick) => {
    const index = pick(ENTRIES);
    return shows(
      audit,
      audit.entries.filter((_, at) => at !== index),
    );
  },
  'deletes an entry and closes the gap': (audit, pick) => {
    const index = pick(ENTRIES - 1);
    const rest = audit.entries.filter((_, at) => at !== index);
    return shows(
      audit,
      rest.map((entry, at) => ({ ...entry, seq: at + 1 })),
    );
  },
  'deletes the end': (audit, pick) => shows(audit, audit.entries.slice(0, pick(ENTRIES))),
  'deletes everything': (audit) => shows(audit, []),
  'swaps two entries': (audit, pick) => {
    const index = pick(ENTRIES - 1);
    const [one, two] = [audit.entries[index], audit.entries[index + 1]];
    if (one === undefined || two === undefined) throw new Error('no entries');
    return shows(audit, replaced(replaced(audit.entries, index, two), index + 1, one));
  },
  'swaps what two entries say': (audit, pick) => {
    const index = pick(ENTRIES - 1);
    const [one, two] = [audit.entries[index], audit.entries[index + 1]];
    const swapped = replaced(audit.entries, index, { content: two?.content ?? null });
    return shows(audit, replaced(swapped, index + 1, { content: one?.content ?? null }));
  },
  'inserts a forged entry': (audit, pick) => {
    const index = pick(ENTRIES + 1);
    const before = audit.entries.slice(0, index);
    const forged = { at: before.at(-1)?.at ?? 0, module: 'users', content: madeContent(5_000) };
    const entry = linked([...before, forged]).at(-1);
    return shows(audit, [...before, ...(entry === undefined ? [] : [entry]), ...audit.entries.slice(index)]);
  },
  'edits a field and hashes everything after it anew': (audit, pick) => {
    const index = pick(ENTRIES);
    const content = editedContent(audit.entries[index]?.content ?? null, FIELDS[pick(FIELDS.length)] ?? 'actor');
    return rewritten(audit, replaced(audit.entries, index, { content }), index + 1);
  },
  'deletes an entry and hashes everything after it anew': (audit, pick) => {
    const index = pick(ENTRIES);
    return rewritten(
      audit,
      audit.entries.filter((_, at) => at !== index),
      index + 1,
    );
  },
  'inserts an entry and hashes everything after it anew': (audit, pick) => {
    const index = pick(ENTRIES);
    const [before, after] = [audit.entries.slice(0, index), audit.entries.slice(index)];
    const forged = { ...(after[0] ?? audit.entries[0]), content: madeContent(6_000) } as ChainedEntry;
    return rewritten(audit, [...before, forged, ...after], index + 1);
  },
  'swaps two entries and hashes everything after them anew': (audit, pick) => {
    const index = pick(ENTRIES - 1);
    const [one, two] = [audit.entries[index], audit.entries[index + 1]];
    const swapped = replaced(audit.entries, index, { content: two?.content ?? null });
    return rewritten(audit, replaced(swapped, index + 1, { content: one?.content ?? null }), index + 1);
  },
  'goes back to an older state': (audit, pick) => {
    const kept = pick(ENTRIES);
    const entries = audit.entries.slice(0, kept);
    return { ...audit, entries, latest: latestOf(entries), rewrittenFrom: kept + 1 };
  },
  'changes the text of a head': (audit, pick) => {
    const [name, content] = aHead(audit, pick);
    return withHead(
      audit,
      name,
      content.replace(/entry (\d+)/, (_, seq) => `entry ${Number(seq) - 1}`),
    );
  },
  'changes the signature of a head': (audit, pick) => {
    const [name, content] = aHead(audit, pick);
    const at = content.indexOf('"signature": "') + 14 + pick(80);
    return withHead(audit, name, content.slice(0, at) + (content[at] === 'A' ? 'B' : 'A') + content.slice(at + 1));
  },
  'cuts a head off': (audit, pick) => {
    const [name, content] = aHead(audit, pick);
    return withHead(audit, name, content.slice(0, pick(content.length - 2)));
  },
  'hashes everything anew and signs heads with a key of its own': (audit, pick) => {
    const index = pick(LAST_HEAD);
    const content = editedContent(audit.entries[index]?.content ?? null, 'subject');
    const damage = rewritten(audit, replaced(audit.entries, index, { content }), index + 1);
    const { privateKey } = madeKeys();
    const heads = HEADS_AFTER.map((seq): [string, string] => {
      const head = { ...damage.latest, seq, hash: damage.entries[seq - 1]?.hash ?? '', at: '2026-03-10T12:00:00.000Z' };
      return [`head-${seq}`, writeHead(head, privateKey)];
    });
    return { ...damage, heads: new Map(heads) };
  },
};

it('finds nothing wrong with an audit that nobody touched, and says how much of it no head covers', () => {
  const audit = madeAudit(ENTRIES, HEADS_AFTER);
  const report = check({ ...audit, rewrittenFrom: null }, audit.publicKey);
  expect(report).toMatchObject({ ok: true, rows: ENTRIES, proven: LAST_HEAD, brokenAt: null, because: [] });
  expect(report.sinceExport).toEqual({ entries: 40, since: '2026-03-10T12:20:00.000Z' });
});

it(`detects all of ${MUTATIONS} random mutations up to the last exported head, and says what no head covers`, () => {
  const audit = madeAudit(ENTRIES, HEADS_AFTER);
  const random = seeded(20_260_310);
  const pick = (below: number) => Math.floor(random() * below);
  const names = Object.keys(DAMAGES);
  const undetected: string[] = [];
  let uncovered = 0;
  for (let turn = 0; turn < MUTATIONS; turn += 1) {
    const name = names[turn % names.length] ?? '';
    const damage = DAMAGES[name]?.(audit, pick);
    if (damage === undefined) throw new Error(name);
    const report = check(damage, audit.publicKey);
    if (!report.ok && report.because.length > 0) continue;
    const { rewrittenFrom } = damage;
    const outside = rewrittenFrom !== null && rewrittenFrom > LAST_HEAD && report.proven < rewrittenFrom;
    if (outside) uncovered += 1;
    else undetected.push(`${turn}: ${name}`);
  }
  expect(undetected).toEqual([]);
  // Only who rewrites the whole chain after the last head escapes, about a sixth of five kinds of 27.
  expect(uncovered).toBeGreaterThan(0);
  expect(uncovered).toBeLessThan(MUTATIONS / 15);
});

it('with an older head proves that nothing before it changed, though what comes after it did', () => {
  const audit = madeAudit(ENTRIES, HEADS_AFTER);
  const entries = replaced(audit.entries, 149, { content: madeContent(7_000) });
  const report = check(rewritten(audit, entries, 150), audit.publicKey);
  expect(report).toMatchObject({ ok: false, proven: 120, brokenAt: 121 });
  expect(report.because).toEqual([
    'Something from entry 121 to entry 200 was changed after head-200 was signed at 2026-03-10T12:20:00.000Z.',
  ]);
});
