import { Refused, refuseIf } from '../../lib/refused.ts';
import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Absence } from '../model.ts';
import { readActingOfficer } from '../officers/account-store.ts';
import { sayAt } from '../team/say-times.ts';
import { readAbsences } from './absence-store.ts';
import type { AwayDuty } from './away-duty-store.ts';
import { mayBeChanged } from './not-by-who-ordered-service.ts';
import { sayBack } from './say-absence.ts';
import { wasEndPresumed } from './step-store.ts';
import { type Acting, type Recorded, takeStep } from './take-step-service.ts';
import { withinDuty } from './within-duty.ts';

/** When they were back, and why that is said so late. */
export interface Back {
  to: Date;
  because?: string;
}

/** Minutes within which anybody but who ordered it says that an officer is back, as it happens. */
const AT_ONCE_MINUTES = 10;

/**
 * Records that an officer is back; the caller has locked the duty, and audits. What was said to end where the
 * next begins, since nobody had said when they were back, ends when they say so now.
 * @throws Refused where it was withdrawn, for whoever ordered it, long after the fact without a reason for all but the officer, or the time is before they were called away or after they were again
 */
export const bringBackTo = within(
  'ringfence.bring-back-to',
  async (
    trx: Records,
    acting: Acting,
    duty: AwayDuty,
    before: Absence,
    { to, because = '' }: Back,
  ): Promise<Recorded> => {
    const refuse = (sentence: string) => new Refused([{ field: 'to', sentence }]);
    if (before.standing === 'withdrawn')
      throw refuse(
        'This absence was withdrawn, so there is nothing to come back from: record it again if it took place.',
      );
    if (before.to !== null && !(await wasEndPresumed(trx, before.id)))
      return {
        kind: 'already',
        absence: before,
        sentence: `Already recorded as back at ${sayAt(before.to, acting.at)}: correct that if it is wrong.`,
      };
    const looksBack = await refuseOthers(trx, acting, before, { to, because });
    const fitted = withinDuty({ from: before.from, to }, duty.during, acting.at);
    if (fitted.kind === 'outside' || fitted.to === null)
      throw refuse('They cannot be back before they were called away: check both times.');
    const next = await nextAfter(trx, before);
    if (next !== null && fitted.to > next.from)
      throw refuse(
        `They were called away again at ${sayAt(next.from, acting.at)}, so they were back by then: check both times.`,
      );
    const back: Absence = { ...before, to: fitted.to, version: before.version + 1 };
    // As every correction it is to be confirmed again.
    const absence: Absence = looksBack ? { ...back, standing: 'recorded' } : back;
    const step = looksBack ? 'corrected' : 'returned';
    const later = await takeStep(trx, acting, { duty, step, absence, because: because.trim() });
    const sentence = [sayBack({ from: before.from, to: fitted.to }, acting.at), ...fitted.cut, ...later].join(' ');
    return { kind: 'recorded', absence, sentence };
  },
);

/**
 * Whoever ordered an absence does not say when it ended; and what others than the officer say long after is a correction.
 * @returns whether it is one
 */
async function refuseOthers(
  trx: Records,
  acting: Acting,
  before: Absence,
  { to, because = '' }: Back,
): Promise<boolean> {
  if ((await readActingOfficer(trx))?.officer === before.officer) return false;
  await mayBeChanged(trx, acting, before);
  if (acting.at.getTime() - to.getTime() <= AT_ONCE_MINUTES * 60_000) return false;
  const sentence = `That is more than ${AT_ONCE_MINUTES} minutes ago, so it is a correction: say in a sentence how it is known.`;
  refuseIf([because.trim() === '' ? { field: 'because', sentence } : null]);
  return true;
}

async function nextAfter(trx: Records, { id, duty, from }: Absence): Promise<Absence | null> {
  const others = await readAbsences(trx, { duties: [duty] });
  return others.find((each) => each.id !== id && each.standing !== 'withdrawn' && each.from > from) ?? null;
}
