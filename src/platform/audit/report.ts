import type { Checked } from './check-chain.ts';
import type { SignedHead } from './head-text.ts';
import type { ChainHead } from './model.ts';
import type { ImportsCheck } from './safekeeping.ts';

/** What checking the audit found. */
export interface AuditReport {
  ok: boolean;
  /** Entries that were checked. */
  rows: number;
  /** Entries whose content was erased when its time was over. */
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
  imports: ImportsCheck | null;
}

/** Puts together what was found of the chain, of the heads and of the imports. */
export function reportOf(given: {
  checked: Checked;
  latest: ChainHead | null;
  /** Heads whose signature fits, and a sentence for each that cannot be trusted. */
  found: { heads: readonly SignedHead[]; faults: readonly string[] };
  imports: ImportsCheck | null;
}): AuditReport {
  const { checked, latest, found, imports } = given;
  const foreign = found.heads
    .filter(({ instance }) => instance !== latest?.instance)
    .map(({ file }) => `${file} is a head of other records than these.`);
  const because = [
    ...(checked.broken === null ? [] : [checked.broken.because]),
    ...found.faults,
    ...foreign,
    ...(imports?.differing ?? []),
  ];
  const last = found.heads.findLast(({ seq }) => seq <= checked.proven);
  return {
    ok: because.length === 0,
    rows: checked.seq,
    erased: checked.erased,
    head: latest,
    heads: found.heads.length,
    proven: checked.proven,
    sinceExport: { entries: (latest?.seq ?? 0) - checked.proven, since: last?.at ?? null },
    brokenAt: checked.broken?.seq ?? null,
    because,
    imports,
  };
}
