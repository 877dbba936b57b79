import { may, type Principal } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../model.ts';

/** For whom uploads are read and imported. */
export interface BeganBy {
  /** Who asked for the work, for as long as this process lives. */
  remember(uploadId: string, platform: Platform): void;
  /**
   * Of who began the work. Where another process was asked, and ended before it was done, with the roles they hold now.
   * @throws Refusal when they may import no more
   */
  platformFor(uploadId: string, begunBy: string): Promise<Platform>;
}

export interface BeganBySettings {
  /** Wardroom's own platform. */
  own: Platform;
  /** Makes the platform of somebody's work that no reader waits for; null: as their request had it. */
  inBackground(principal: Principal): Platform | null;
  /** Somebody with the roles they hold now; null for nobody who is active. */
  whoIs(person: string): Promise<Principal | null>;
}

/** Keeps who began the work on an upload, so that it is done, and stands in the audit, as theirs though their request is over. */
export function rememberWhoBegan({ own, inBackground, whoIs }: BeganBySettings): BeganBy {
  const platforms = new Map<string, Platform>();
  return {
    remember: (uploadId, platform) => {
      platforms.set(uploadId, inBackground(platform.principal) ?? platform);
    },
    async platformFor(uploadId, begunBy) {
      if (begunBy === OWN_WORK) return own;
      const remembered = platforms.get(uploadId);
      if (remembered !== undefined) return remembered;
      const principal = await whoIs(begunBy);
      const asked = { module: 'imports', act: 'write', place: null } as const;
      const platform = principal !== null && may(principal, asked) ? inBackground(principal) : null;
      if (platform === null) throw new Refusal(MAY_NO_MORE);
      return platform;
    },
  };
}

/** How files name Wardroom itself. */
const OWN_WORK = 'wardroom';
const MAY_NO_MORE =
  'Whoever sent these files may not import any more, so Wardroom did not go on with them: let somebody who may send them again.';
