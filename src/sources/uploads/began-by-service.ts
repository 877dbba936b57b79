import type { Principal } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';

/** For whom uploads are read and imported, while this process lives. */
export interface BeganBy {
  remember(uploadId: string, platform: Platform): void;
  /** Of who asked for the work; Wardroom's own where another process was asked, and ended before it was done. */
  platformFor(uploadId: string): Platform;
}

/**
 * Remembers who began the work on an upload, so that it is done, and stands in the audit, as theirs though their request
 * is over.
 * @param own Wardroom's own platform
 * @param inBackground makes the platform of somebody's work that no reader waits for; null: as their request had it
 */
export function rememberWhoBegan(own: Platform, inBackground: (principal: Principal) => Platform | null): BeganBy {
  const platforms = new Map<string, Platform>();
  return {
    remember: (uploadId, platform) => {
      platforms.set(uploadId, inBackground(platform.principal) ?? platform);
    },
    platformFor: (uploadId) => platforms.get(uploadId) ?? own,
  };
}
