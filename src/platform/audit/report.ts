import { type Adoption, type Erasure, instantOf, type Restore } from './account-for.ts';
import { type Checked, isAbandoned, provenUpTo } from './check-chain.ts';
import type { SignedHead } from './head-text.ts';
import type { ChainHead } from './model.ts';
import type { ImportsCheck } from './safekeeping.ts';

/** Microseconds since 1970 as an instant, ISO. */
type Told<T extends { at: number }> = Omit<T, 'at'> & { at: string };

/** What checking the audit found. */
export interface AuditReport {
  ok: boolean;
  /** Entries that were checked. */
  rows: number;
  /** Entries whose content is gone. */
  erased: number;
  /** Where the chain stands; null where nothing was ever written. */
  head: ChainHead | null;
  /** Signed heads found, and the last entry that one of them agrees with: up to it nothing was changed since. */
  heads: number;
  proven: number;
  /** Entries after the last exported head: who holds the key could still rewrite these unnoticed. */
  sinceExport: { entries: number; since: string | null };
  /** The first entry that may have been changed; null where none was, or a head itself cannot be trusted. */
  brokenAt: number | null;
  /** One sentence for each thing that is not as it should be. */
  because: string[];
  /** What was erased, by whom and by which rule; and rules that somebody adopted. */
  erasures: Told<Omit<Erasure, 'until'> & { until: string }>[];
  adoptions: Told<Adoption>[];
  /** What restores abandoned: entries that a head was of, after the last entry that stands as it was. */
  restores: (Told<Omit<Restore, 'heads'>> & { head: string; from: number; to: number })[];
  /** Where a clock was set back: the entry, and the times before and after, ISO. */
  setBack: { seq: number; from: string; to: string }[];
  imports: ImportsCheck | null;
  /** One sentence for each thing to know that is no break. */
  notes: string[];
}

/** Puts together what was found of the chain, of the heads, of the imports and of what guards the audit. */
export function reportOf(given: {
  checked: Checked;
  latest: ChainHead | null;
  /** Heads whose signature fits, and a sentence for each that cannot be trusted. */
  found: { heads: readonly SignedHead[]; faults: readonly string[]; notes?: readonly string[] };
  imports: ImportsCheck | null;
  /** One sentence for each function or trigger of the audit that is not as the migrations made it. */
  guards?: readonly string[];
}): AuditReport {
  const { checked, latest, found, imports, guards = [] } = given;
  const foreign = found.heads
    .filter(({ instance }) => instance !== latest?.instance)
    .map(({ file }) => `${file} is a head of other records than these.`);
  const because = [
    ...checked.breaks.toSorted((one, other) => one.seq - other.seq).map((each) => each.because),
    ...(checked.unlisted === 0 ? [] : [`${checked.unlisted} more things do not fit.`]),
    ...guards,
    ...found.faults,
    ...foreign,
    ...(imports?.differing ?? []),
  ];
  const proven = provenUpTo(checked);
  const last = found.heads.findLast(({ seq }) => seq <= proven);
  return {
    ok: because.length === 0,
    rows: checked.seq,
    erased: checked.erased,
    head: latest,
    heads: found.heads.length,
    proven,
    sinceExport: { entries: (latest?.seq ?? 0) - proven, since: last?.at ?? null },
    brokenAt: checked.broken?.seq ?? null,
    because,
    ...accountOf(checked),
    imports,
    notes: [...(found.notes ?? []), ...(imports?.changed ?? [])],
  };
}

function accountOf({
  accounts,
  disagreeing,
  setBack,
}: Checked): Pick<AuditReport, 'erasures' | 'adoptions' | 'restores' | 'setBack'> {
  return {
    erasures: accounts.erasures.map((each) => ({
      ...each,
      at: instantOf(each.at),
      until: instantOf(each.until),
    })),
    adoptions: accounts.adoptions.map((each) => ({ ...each, at: instantOf(each.at) })),
    restores: accounts.restores.flatMap(({ heads, ...restore }) =>
      disagreeing
        .filter(({ head }) => isAbandoned({ ...accounts, restores: [{ ...restore, heads }] }, head))
        .map(({ head, from }) => ({ ...restore, at: instantOf(restore.at), head: head.file, from, to: head.seq })),
    ),
    setBack: setBack.map(({ seq, from, to }) => ({ seq, from: instantOf(from), to: instantOf(to) })),
  };
}
