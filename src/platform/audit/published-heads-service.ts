import { published } from '../access/index.ts';
import type { Platform } from '../platform.ts';
import { type ExportedHead, readHead } from './head-text.ts';
import { headFiles } from './heads-store.ts';
import { publicKeyPath, readOrNull } from './keys-store.ts';
import type { Safekeeping } from './safekeeping.ts';
import { headFolders } from './verify-service.ts';

/** A head that anyone may take: it says where the chain stood, and nothing of what is in it. */
export interface PublishedHead extends ExportedHead {
  /** Name of its file, without a folder. */
  name: string;
  /** The file as it was written. */
  content: string;
}

type Folders = Pick<Safekeeping, 'headFolders'>;

/**
 * The latest heads whose signature fits, the latest first. For anyone: a council fetches them without asking anybody here.
 * @param most how many at most
 */
export const auditHeads = published(
  'audit.heads',
  async (platform: Platform, folders: Folders, most: number): Promise<PublishedHead[]> => {
    const files = await headFiles(headFolders(platform, folders));
    return signedOnes(platform, files, most);
  },
);

/** The head in a file of a name; null where none of that name is kept, or its signature does not fit. */
export const findAuditHead = published(
  'audit.find-head',
  async (platform: Platform, folders: Folders, name: string): Promise<PublishedHead | null> => {
    // Only what is listed as a head is read, so no name can lead out of the folders.
    const files = (await headFiles(headFolders(platform, folders))).filter((each) => each.name === name);
    return (await signedOnes(platform, files, 1))[0] ?? null;
  },
);

/** The public key that heads are checked with, PEM; null before the first head. */
export const auditKey = published(
  'audit.key',
  ({ dataFolder }: Platform): Promise<string | null> => readOrNull(publicKeyPath(dataFolder)),
);

/** Reads no more files than it takes to find so many whose signature fits. */
async function signedOnes(
  { dataFolder }: Platform,
  files: readonly { name: string; path: string }[],
  most: number,
): Promise<PublishedHead[]> {
  const key = await readOrNull(publicKeyPath(dataFolder));
  if (key === null) return [];
  const found: PublishedHead[] = [];
  for (const { name, path } of files) {
    if (found.length === most) break;
    const content = await readOrNull(path);
    const head = content === null ? null : readHead(content, name, key).head;
    if (content === null || head === null) continue;
    const { instance, seq, hash, at } = head;
    found.push({ name, instance, seq, hash, at, content });
  }
  return found;
}
