import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { chartersInView } from '../charter/charters-in-view-service.ts';
import { resultAddress } from './addresses.ts';

/** A pilot that an area is part of: its question, its name, and where its result is. */
interface PilotCovering {
  title: string;
  name: string;
  href: string;
}

/** Pilots with a result that any of these areas is treated in, by official code: to anyone. Drafts are not among them. */
export const pilotsCovering = published(
  'evaluation.pilots-covering',
  async (platform: Platform, codes: readonly string[]): Promise<PilotCovering[]> =>
    (await chartersInView(platform))
      .filter(({ standing, charter }) => {
        const agreed = standing === 'signed' || standing === 'retrospective';
        return agreed && charter.treated.some(({ areas }) => areas.some((code) => codes.includes(code)));
      })
      .map(({ charter: { title, name } }) => ({ title, name, href: resultAddress(name) })),
);
