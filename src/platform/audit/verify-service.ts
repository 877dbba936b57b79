import { join } from 'node:path';
import { guarded } from '../access/index.ts';
import type { Platform } from '../platform.ts';
import { countErasures, readChainHead, readChainPage } from './chain-store.ts';
import { type Checked, checkEnd, checkEntries, NOTHING_CHECKED } from './check-chain.ts';
import { faultsOfGuards, readGuards } from './guards-store.ts';
import type { SignedHead } from './head-text.ts';
import { type FoundHeads, findHeads } from './heads-store.ts';
import type { ChainHead } from './model.ts';
import { type AuditReport, reportOf } from './report.ts';
import type { Safekeeping } from './safekeeping.ts';

export interface VerifyOptions {
  /** Head files to check against besides those in the folders. */
  heads?: readonly string[];
  /** Public key that heads were signed for; left out, that of the data folder. */
  key?: string;
  /** Whether to leave out what imports brought. */
  chainOnly?: boolean;
  /** Entries read at a time. */
  pageSize?: number;
}

const ENTRIES_AT_A_TIME = 10_000;
const MOST_ATTEMPTS = 3;

/** Where the data folder keeps the heads exported from it. */
export const ownHeadsFolder = (dataFolder: string): string => join(dataFolder, 'audit-heads');

/** Every folder that heads are exported to, the data folder's own first. */
export const headFolders = (
  { dataFolder }: Pick<Platform, 'dataFolder'>,
  safekeeping: Pick<Safekeeping, 'headFolders'>,
): string[] => [ownHeadsFolder(dataFolder), ...safekeeping.headFolders];

/**
 * Checks the whole audit: every entry, every exported head found and its signature, what imports brought, and what
 * guards the audit in the records. Reads in pages, so that memory does not grow with the audit and nobody waits for it.
 */
export const verifyAudit = guarded(
  // It shows no entry, so there is nothing to give a reason for.
  { name: 'audit.verify', module: 'audit', act: 'read', met: () => ['reason'] },
  async (platform: Platform, safekeeping: Safekeeping, options: VerifyOptions = {}): Promise<AuditReport> => {
    const { checked, latest, found } = await checkAgainstHeads(platform, safekeeping, options);
    const guards = faultsOfGuards(await readGuards(safekeeping.system));
    const imports = options.chainOnly || safekeeping.checkImports === null ? null : await safekeeping.checkImports();
    return reportOf({ checked, latest, found, imports, guards });
  },
);

/** Checks every entry against every head found. */
export async function checkAgainstHeads(
  platform: Platform,
  safekeeping: Safekeeping,
  options: Pick<VerifyOptions, 'heads' | 'key' | 'pageSize'>,
): Promise<{ checked: Checked; latest: ChainHead | null; found: FoundHeads }> {
  // Heads first: one that is exported meanwhile is of entries that are read afterwards.
  const found = await findHeads(platform.dataFolder, {
    folders: headFolders(platform, safekeeping),
    files: options.heads ?? [],
    keyFile: options.key ?? null,
    instance: (await readChainHead(safekeeping.system))?.instance ?? null,
  });
  const checked = await checkUndisturbed(safekeeping, found.heads, options.pageSize ?? ENTRIES_AT_A_TIME);
  return { ...checked, found };
}

/** An erasure in between would leave entries that were read with content, and its word that they have none. */
async function checkUndisturbed(
  { system }: Safekeeping,
  heads: readonly SignedHead[],
  pageSize: number,
): Promise<{ checked: Checked; latest: ChainHead | null }> {
  for (let attempt = 1; ; attempt += 1) {
    const erasures = await countErasures(system);
    const found = await checkPages(system, heads, pageSize);
    if (attempt === MOST_ATTEMPTS || (await countErasures(system)) === erasures) return found;
  }
}

async function checkPages(
  system: Safekeeping['system'],
  heads: readonly SignedHead[],
  pageSize: number,
): Promise<{ checked: Checked; latest: ChainHead | null }> {
  const bySeq = headsBySeq(heads);
  let checked = NOTHING_CHECKED;
  for (;;) {
    const { entries, latest } = await readChainPage(system, checked.seq, pageSize);
    checked = checkEntries(checked, entries, bySeq);
    if (entries.length < pageSize) return { checked: checkEnd(checked, latest, heads), latest };
  }
}

function headsBySeq(heads: readonly SignedHead[]): ReadonlyMap<number, readonly SignedHead[]> {
  const bySeq = new Map<number, SignedHead[]>();
  for (const head of heads) bySeq.set(head.seq, [...(bySeq.get(head.seq) ?? []), head]);
  return bySeq;
}
