import { isOn } from '../../lib/calendar/day-runs.ts';
import { Refused } from '../../lib/refused.ts';
import { guarded, may } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { longDate } from '../../ui/long-date.ts';
import { changeBook, placeOfRank } from './change-book-service.ts';
import { foundMember } from './post-officer-service.ts';
import { endRank, insertRank } from './postings-store.ts';
import { rankAsWritten, rankReference } from './revision-of.ts';

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
    place: placeOfRank,
  },
  (platform: Platform, asked: { officer: number; rank: string; from: string }): Promise<void> =>
    changeBook(platform, 'organisation.change-rank', async ({ trx, revise }) => {
      const { rank, from } = asked;
      const officer = await foundMember({ trx }, asked.officer);
      const held = officer.ranks.find(({ during }) => isOn(during, from));
      if (held?.rank === rank)
        throw new Refused([
          {
            field: 'rank',
            sentence: `${officer.name} is ${rank} on ${longDate(from)} already: choose another rank.`,
          },
        ]);
      await endRank(trx, officer.id, from);
      const next = { rank, during: { from, until: null } };
      await insertRank(trx, officer.id, next);
      const { unit, reference } = officer;
      if (held !== undefined) {
        const ended = { rank: held.rank, during: { from: held.during.from, until: from } };
        const after = held.during.from < from ? rankAsWritten(officer, ended) : null;
        const before = rankAsWritten(officer, held);
        await revise({ unit, kind: 'officers', reference: rankReference(reference, held), before, after });
      }
      const after = rankAsWritten(officer, next);
      await revise({ unit, kind: 'officers', reference: rankReference(reference, next), before: null, after });
      return { subject: officer.reference, detail: { rank, from } };
    }),
);

/** Whether who asks may give an officer another rank from a day on: a page offers it to nobody else. */
export const mayChangeRank = guarded(
  { name: 'organisation.may-change-rank', module: 'postings', act: 'read' },
  async (platform: Platform, asked: { officer: number; from: string }): Promise<boolean> =>
    may(platform.principal, { module: 'postings', act: 'write', place: await placeOfRank(platform, asked) }),
);
