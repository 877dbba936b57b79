import type { Problem } from '../../lib/refused.ts';
import { guarded, published } from '../../platform/access/index.ts';
import { inTransaction } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CharterShown } from '../model.ts';
import { readCharterFile } from './charter-file.ts';
import { charterHash } from './charter-hash-service.ts';
import { readAuditedOf, readCharter } from './charter-store.ts';
import { charterInView, shownFromFile } from './charters-in-view-service.ts';
import { checkAgainstRecords, checkCharterFile } from './check-charter-file.ts';
import { checkKeptCharter } from './check-kept-charter.ts';

/** A charter of a file as it can be believed, or why it cannot. */
export type VerifiedCharter =
  | { kind: 'charter'; shown: CharterShown }
  /** It does not say what was signed, or what the records hold under its name: one sentence. */
  | { kind: 'tampered'; because: string }
  | { kind: 'refused'; problems: readonly Problem[] };

/**
 * Reads a file of a charter and holds it against what was signed: by itself, and against the records that who asks may see.
 * What it claims of signatures that no records confirm counts for nothing.
 * @param file.text content, as it was read
 * @param file.name as it is told in sentences
 */
export const verifyCharterFile = published(
  'evaluation.verify-charter-file',
  async (platform: Platform, { text, name }: { text: string; name: string }): Promise<VerifiedCharter> => {
    const read = readCharterFile(text, name);
    if (read.kind === 'refused') return read;
    const { charter } = read.file;
    const hash = charterHash(charter);
    const tampered = checkCharterFile(read.file, hash);
    if (tampered !== null) return { kind: 'tampered', because: tampered };
    const held = await charterInView(platform, charter.name);
    const { amendments } = read.file;
    if (held === null) return { kind: 'charter', shown: { ...shownFromFile(charter), amendments } };
    const other = checkAgainstRecords(held, read.file, hash);
    if (other !== null) return { kind: 'tampered', because: other };
    const { unit: _unit, decisions: _decisions, from: _from, ...shown } = held;
    return { kind: 'charter', shown };
  },
);

/** The same without any records: what a file says against the hashes that it claims. */
export const verifyFileAlone = published(
  'evaluation.verify-file-alone',
  ({ text, name }: { text: string; name: string }): VerifiedCharter => {
    const read = readCharterFile(text, name);
    if (read.kind === 'refused') return read;
    const { charter, amendments } = read.file;
    const tampered = checkCharterFile(read.file, charterHash(charter));
    if (tampered !== null) return { kind: 'tampered', because: tampered };
    return { kind: 'charter', shown: { ...shownFromFile(charter), amendments } };
  },
);

/** Whether the records still hold what was signed of a charter: null, or one sentence; 'unknown' where there is none. */
export const verifyKeptCharter = guarded(
  { module: 'evaluation', name: 'evaluation.verify-kept-charter', act: 'read' },
  async (
    platform: Platform,
    name: string,
  ): Promise<{ kind: 'whole' | 'unknown' } | { kind: 'tampered'; because: string }> => {
    const because = await inTransaction(platform, async (trx) => {
      const kept = await readCharter(trx, name);
      return kept === null ? undefined : checkKeptCharter(kept, charterHash, await readAuditedOf(trx, kept.id));
    });
    if (because === undefined) return { kind: 'unknown' };
    return because === null ? { kind: 'whole' } : { kind: 'tampered', because };
  },
);
