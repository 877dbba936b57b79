import { join, resolve } from 'node:path';
import { guarded } from '../access/index.ts';
import type { Platform } from '../platform.ts';
import { readChainHead } from './chain-store.ts';
import { type ExportedHead, writeHead } from './head-text.ts';
import { keepHead, readStanding } from './heads-store.ts';
import { heldSigningKey, isSigningKeyLost, makeSigningKey, setPublicKeyAside, writeOnce } from './keys-store.ts';
import type { ChainHead } from './model.ts';
import { recordAudit } from './record-audit-store.ts';
import { Refusal } from './refusal.ts';
import type { Safekeeping } from './safekeeping.ts';
import { headFolders } from './verify-service.ts';

/** A head that was just signed, and its file's name and content. */
export interface MadeHead extends ExportedHead {
  name: string;
  content: string;
}

/**
 * Signs where the chain stands now, and keeps the head in the data folder and every folder that heads are exported to.
 * @param options.out a file to write it to as well, which must not be there yet
 * @throws Refusal when nothing was written in the audit yet, or the file is there already
 */
export const exportHead = guarded(
  // A head shows no entry, so there is nothing to give a reason for.
  { name: 'audit.export-head', module: 'audit', act: 'read', met: () => ['reason'] },
  async (platform: Platform, safekeeping: Safekeeping, options: { out?: string } = {}): Promise<MadeHead> => {
    const head = await signedHead(platform, 'asked');
    if (head === null) throw new Refusal('Nothing was written in the audit yet, so there is no head to export.');
    if (options.out !== undefined && !(await writeOnce(resolve(options.out), head.content))) {
      throw new Refusal(`"${options.out}" is there already: name another file.`);
    }
    for (const folder of headFolders(platform, safekeeping)) {
      await keepHead(folder, head.name, head.content);
      // Something else may stand under the name, where nothing is ever written over.
      if ((await readStanding(folder, head.name)) !== head.content) {
        throw new Refusal(`The head could not be kept as ${join(folder, head.name)}: take away what stands there.`);
      }
    }
    return head;
  },
);

/** What a head of a kind made at an instant is called, without its folder: several records may share one. */
export function headName(kind: 'hourly' | 'daily' | 'asked', at: Date, { seq, instance }: ChainHead): string {
  const instant = at.toISOString();
  const when = {
    hourly: instant.slice(0, 13),
    daily: instant.slice(0, 10),
    asked: `${instant.replaceAll(/[:.]/g, '-')}-${seq}`,
  };
  return `audit-head-${kind}-${when[kind]}-${instance}.json`;
}

/** A head of where the chain stands now; null where nothing was ever written. */
export async function signedHead(
  platform: Pick<Platform, 'records' | 'dataFolder' | 'now' | 'actor'>,
  kind: 'hourly' | 'daily' | 'asked',
): Promise<MadeHead | null> {
  const { records, now } = platform;
  if ((await readChainHead(records)) === null) return null;
  const key = await signingKey(platform);
  // Read again, since making a new key is an entry too.
  const latest = await readChainHead(records);
  if (latest === null) return null;
  const at = now();
  const head = { ...latest, at: at.toISOString() };
  const content = writeHead(head, key);
  return { ...head, name: headName(kind, at, latest), content };
}

/** The signing key, made when it is first needed; one in the place of another that was lost only with an entry that says so. */
async function signingKey({
  records,
  dataFolder,
  actor,
}: Pick<Platform, 'records' | 'dataFolder' | 'actor'>): Promise<string> {
  const held = await heldSigningKey(dataFolder);
  if (held !== null) return held;
  if (await isSigningKeyLost(dataFolder)) {
    await records.transaction().execute(async (trx) => {
      const subject = (await setPublicKeyAside(dataFolder)) ?? 'unknown';
      await recordAudit(trx, { actor, action: 'audit.new-signing-key', subject });
    });
  }
  return makeSigningKey(dataFolder);
}
