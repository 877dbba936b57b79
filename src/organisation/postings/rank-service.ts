import { guarded } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { longDate } from '../../ui/long-date.ts';
import { changeBook, placeOfMember } from './change-book-service.ts';
import { foundMember } from './post-officer-service.ts';
import { endRank, insertRank } from './postings-store.ts';
import { rankOn } from './rank-problem.ts';
import { Refused } from './refused.ts';

/**
 * Gives an officer another rank from a day on. Their postings stay as they are: a posting to a post of the new rank is a
 * step of its own.
 * @throws Refused where they hold the rank then, or another is recorded for later days
 */
export const changeRank = guarded(
  {
    name: 'organisation.change-rank',
    module: 'postings',
    act: 'write',
    place: (platform: Platform, { officer }: { officer: number }) => placeOfMember(platform, officer, 'postings'),
  },
  (platform: Platform, asked: { officer: number; rank: string; from: string }): Promise<void> =>
    changeBook(platform, 'organisation.change-rank', async ({ trx, revise }) => {
      const { rank, from } = asked;
      const officer = await foundMember({ trx }, asked.officer);
      const before = rankOn(officer, from);
      if (before === rank)
        throw new Refused([
          { field: 'rank', sentence: `${officer.name} is ${rank} on ${longDate(from)} already: choose another rank.` },
        ]);
      await endRank(trx, officer.id, from);
      await insertRank(trx, officer.id, { rank, during: { from, until: null } });
      await revise({
        unit: officer.unit,
        kind: 'ranks',
        reference: `${officer.reference} ${from}`,
        before: before === null ? null : { officer: officer.reference, rank: before },
        after: { officer: officer.reference, rank, first_day: from },
      });
      return { subject: officer.reference, detail: { rank, from } };
    }),
);
