import type { Problem } from '../../lib/refused.ts';
import { guarded, published } from '../../platform/access/index.ts';
import { inTransaction } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CharterShown } from '../model.ts';
import { type CharterFile, readCharterFile } from './charter-file.ts';
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

/** A file as it was read. */
interface NamedText {
  text: string;
  /** As it is told in sentences. */
  name: string;
}

/**
 * Reads a file of a charter and holds it against what was signed: by itself, and against the records that who asks may see.
 * What it claims of signatures that no records confirm counts for nothing.
 */
export const verifyCharterFile = published(
  'evaluation.verify-charter-file',
  async (platform: Platform, file: NamedText): Promise<VerifiedCharter> => {
    const alone = readAlone(file);
    if (alone.kind !== 'charter') return alone;
    const held = await charterInView(platform, alone.shown.charter.name);
    if (held === null) return alone;
    const other = checkAgainstRecords(held, alone.claimed, alone.shown.hash);
    return other === null ? { kind: 'charter', shown: held } : { kind: 'tampered', because: other };
  },
);

/** The same without any records: what a file says against the hashes that it claims. */
export const verifyFileAlone = published(
  'evaluation.verify-file-alone',
  (file: NamedText): VerifiedCharter => readAlone(file),
);

type Alone =
  | Exclude<VerifiedCharter, { kind: 'charter' }>
  | { kind: 'charter'; shown: CharterShown; claimed: CharterFile };

function readAlone({ text, name }: NamedText): Alone {
  const read = readCharterFile(text, name);
  if (read.kind === 'refused') return read;
  const { charter, amendments } = read.file;
  const shown = { ...shownFromFile(charter), amendments };
  const because = checkCharterFile(read.file, shown.hash);
  return because === null ? { kind: 'charter', shown, claimed: read.file } : { kind: 'tampered', because };
}

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
