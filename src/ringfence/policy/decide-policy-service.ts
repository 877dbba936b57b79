import { dayBefore } from '../../lib/calendar/day-runs.ts';
import { isDate } from '../../lib/calendar/is-date.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused, refuseIf } from '../../lib/refused.ts';
import { textProblem } from '../../lib/text-problem.ts';
import { guarded, type Place, worksWithMadeUp } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { inRefusingTransaction, type Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentHash } from '../../platform/publication/index.ts';
import { reenterDuties } from '../ledger/ledger-service.ts';
import type { RingfencePolicy } from '../model.ts';
import { policyContent } from './policy-content.ts';
import { insertPolicy, type KeptPolicy, readPolicies, readPolicy, saveAdopted, saveDeclined } from './policy-store.ts';
import { inWords } from './records-refusal-service.ts';

/** A policy as it is proposed. */
export interface Proposed {
  unit: string;
  /** First day of it, which has not begun: "2026-12-01". */
  inForceFrom: string;
  policy: RingfencePolicy;
  /** Why, and by which document or decision. */
  because: string;
}

const REACHES_BACK = 'A policy is in force from a day that has not begun: choose a day after today.';

/** Proposes a policy of a unit, for somebody else to adopt. @throws Refused, with fields of {@link Proposed} */
export const proposePolicy = guarded(
  { name: 'ringfence.propose-policy', module: 'duties', act: 'approve', place: (_, { unit }: Proposed) => ({ unit }) },
  (platform: Platform, { unit, inForceFrom, policy, because }: Proposed): Promise<KeptPolicy> =>
    decided(platform, async (trx) => {
      const by = { actor: platform.actor, at: platform.now() };
      const content = policyContent.safeParse(policy);
      refuseIf([
        dayProblem(inForceFrom, by.at),
        textProblem(
          'because',
          because.trim(),
          600,
          'Say why, and by which document or decision, in at most 600 letters.',
        ),
      ]);
      if (!content.success)
        throw new Refused([{ field: null, sentence: 'It is no policy: fill in every reason and setting.' }]);
      const proposed = {
        ...{ unit, inForceFrom, policy: content.data, because: because.trim() },
        ...{ hash: contentHash(content.data), synthetic: worksWithMadeUp(platform) },
      };
      const stored = await found(trx, await insertPolicy(trx, proposed, by));
      await audit(trx, 'ringfence.propose-policy', stored, by.actor);
      return stored;
    }),
);

const dayProblem = (day: string, now: Date) => {
  if (!isDate(day)) return { field: 'inForceFrom', sentence: 'Write the first day as 2026-12-01.' };
  return day > todayInLondon(now) ? null : { field: 'inForceFrom', sentence: REACHES_BACK };
};

/** A policy that waits, and the unit it is of. */
interface Waiting {
  unit: string;
  id: number;
}
const placeOfWaiting = (_: Platform, { unit }: Waiting): Place => ({ unit });

/**
 * Adopts a policy that somebody else proposed, from its first day on. Duties of days before stay as they were ruled; those
 * from that day on are ruled anew by Wardroom itself, within a minute.
 * @throws Refused where it does not wait, is their own, or its first day has begun
 */
export const adoptPolicy = guarded(
  { name: 'ringfence.adopt-policy', module: 'duties', act: 'approve', place: placeOfWaiting },
  (platform: Platform, { unit, id }: Waiting): Promise<KeptPolicy> =>
    decided(platform, async (trx) => {
      const by = { actor: platform.actor, at: platform.now() };
      const waiting = await waitingOf(trx, { unit, id });
      if (waiting.inForceFrom <= todayInLondon(by.at)) throw refusal(REACHES_BACK);
      if (!(await saveAdopted(trx, id, by))) throw refusal(OVER);
      const adopted = await found(trx, id);
      const next = (await readPolicies(trx, unit))
        .filter((each) => each.adoptedAt !== null && each.inForceFrom > adopted.inForceFrom)
        .map(({ inForceFrom }) => inForceFrom)
        .sort()[0];
      const untilDay = next === undefined ? null : dayBefore(next);
      const because = `policy ${adopted.version} was adopted`;
      await reenterDuties(trx, { unit, fromDay: adopted.inForceFrom, untilDay, because }, by);
      await audit(trx, 'ringfence.adopt-policy', adopted, by.actor);
      return adopted;
    }),
);

/** Declines a policy that waits; whoever proposed it may take it back so. @throws Refused where it does not wait */
export const declinePolicy = guarded(
  { name: 'ringfence.decline-policy', module: 'duties', act: 'approve', place: placeOfWaiting },
  (platform: Platform, { unit, id }: Waiting): Promise<KeptPolicy> =>
    decided(platform, async (trx) => {
      const by = { actor: platform.actor, at: platform.now() };
      await waitingOf(trx, { unit, id });
      if (!(await saveDeclined(trx, id, by.at))) throw refusal(OVER);
      const declined = await found(trx, id);
      await audit(trx, 'ringfence.decline-policy', declined, by.actor);
      return declined;
    }),
);

/** One transaction, and in a sentence what the records hold against it. */
const decided = <Result>(platform: Platform, run: (trx: Records) => Promise<Result>): Promise<Result> =>
  inWords(() => inRefusingTransaction(platform, run));

const OVER = 'It was adopted or declined already: propose another policy.';
const refusal = (sentence: string) => new Refused([{ field: null, sentence }]);

async function waitingOf(trx: Records, { unit, id }: Waiting): Promise<KeptPolicy> {
  const policy = await readPolicy(trx, id);
  if (policy === null || policy.unit !== unit)
    throw refusal('There is no such policy of this unit: open the list again.');
  if (policy.adoptedAt !== null || policy.declinedAt !== null) throw refusal(OVER);
  return policy;
}

async function found(trx: Records, id: number): Promise<KeptPolicy> {
  const policy = await readPolicy(trx, id);
  if (policy === null) throw new Error('What was just written is not there.');
  return policy;
}

function audit(trx: Records, action: string, { unit, version, inForceFrom, hash, because }: KeptPolicy, actor: string) {
  const subject = `policy ${version} of ${unit}`;
  return recordAudit(trx, { actor, action, subject, reason: because, detail: { inForceFrom, hash } });
}
