import type { Month } from '../../lib/calendar/month.ts';
import { Refused } from '../../lib/refused.ts';
import { guarded } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentHash } from '../../platform/publication/index.ts';
import { charterInView } from '../charter/charters-in-view-service.ts';
import { courseOfCharter, takeLook } from '../charter/looks-service.ts';
import { placeOfCharter } from '../charter/place-of-charter-service.ts';
import { evaluateCharter, inputOf } from '../run/evaluation-service.ts';
import { dueLooks, sayRestated } from './looks-shown.ts';

/** Looks to be kept. */
export interface RecordLooks {
  /** Name of the charter. */
  name: string;
  /** Hash of the wording by which the looks were seen. */
  seen: string;
  /** Last month whose figures are used; null for all that are held. */
  until: Month | null;
}

/**
 * Keeps every look of a charter that is due, as the figures held now have it. The same on the same figures is kept once, and
 * nothing where no look is due.
 * @returns a sentence for each that was kept on other figures before
 * @throws Refused where there is nothing to go by, or the charter is not the one that was seen
 * @throws TooManyRequests when too many evaluations wait already
 */
export const recordLooks = guarded(
  { module: 'evaluation', name: 'evaluation.record-looks', act: 'write', place: placeOfCharter },
  async (platform: Platform, { name, seen, until }: RecordLooks): Promise<string[]> => {
    const shown = await charterInView(platform, name);
    if (shown === null || shown.from !== 'records') throw refused(NOT_KEPT);
    if (shown.hash !== seen) throw refused('The charter was changed since these looks were shown: look again.');
    const asked = { shown, until };
    const answer = await evaluateCharter(platform, asked);
    if (answer.kind === 'refused') throw refused(answer.because);
    const due = dueLooks(answer.result);
    if (due.length === 0) return [];
    const input = await inputOf(platform, asked);
    if ('kind' in input) throw refused(input.because);
    const panelHash = contentHash([input.areas, input.figures]);
    const before = (await courseOfCharter(platform, name))?.looks ?? [];
    const found = due.map(({ group, measure, look }) => ({ group, measure, look }));
    await takeLook(platform, { name, found, panelHash, vintage: answer.result.figures.vintage });
    return sayRestated(due, before, panelHash);
  },
);

const NOT_KEPT = 'Looks are kept of charters in the records: enter this one first.';
const refused = (sentence: string) => new Refused([{ field: null, sentence }]);
