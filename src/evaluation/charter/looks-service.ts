import { isDate } from '../../lib/calendar/is-date.ts';
import { type Month, monthName } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused, refuseIf } from '../../lib/refused.ts';
import { textProblem } from '../../lib/text-problem.ts';
import { guarded } from '../../platform/access/index.ts';
import { inRefusingTransaction } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Charter, Look } from '../model.ts';
import { kept, standing } from './charter-service.ts';
import { insertDecision, insertLook, readCharter, readDecisions, readLooks } from './charter-store.ts';
import { DECIDED, type Decision, type KeptCharter, type LookTaken, type Wording } from './model.ts';
import { placeOfCharter } from './place-of-charter-service.ts';
import { inWords } from './records-refusal-service.ts';
import { wordingInForce } from './wording-in-force.ts';

/** What a look found, to be kept: one line for each outcome of each group. */
export interface TakeLook {
  name: string;
  found: readonly { group: string; measure: string; look: Look }[];
  /** SHA-256 of the panel, and the vintage of its figures. */
  panelHash: string;
  vintage: string;
}

/** Keeps what a look found by the charter that is in force. The same on the same figures is kept once. @throws Refused */
export const takeLook = guarded(
  { module: 'evaluation', name: 'evaluation.take-look', act: 'write', place: placeOfCharter },
  (platform: Platform, { name, found, panelHash, vintage }: TakeLook): Promise<LookTaken[]> =>
    inRefusingTransaction(platform, async (trx) => {
      const charter = await standing(platform, trx, name);
      const wording = inForce(charter);
      const taken = { by: platform.actor, at: platform.now() };
      const early = found.find(({ look }) => look.month >= todayInLondon(platform.now()).slice(0, 7));
      if (early !== undefined)
        throw new Refused([
          { field: null, sentence: `${monthName(early.look.month)} is not over: take the look afterwards.` },
        ]);
      for (const { group, measure, look } of found) {
        const line: LookTaken = { wording: wording.number, group, measure, found: look, panelHash, vintage, taken };
        await inWords(() => insertLook(trx, charter.id, line));
      }
      const months = [...new Set(found.map(({ look }) => look.month))].toSorted().join(', ');
      await kept(trx, platform.actor, name, 'evaluation.take-look', undefined, { months, panelHash });
      return readLooks(trx, charter.id);
    }),
);

function inForce(charter: KeptCharter): Wording {
  const wording = wordingInForce(charter);
  if (wording === null)
    throw new Refused([{ field: null, sentence: 'This charter is not in force: every signatory signs it first.' }]);
  return wording;
}

/** What was decided, as it is typed. */
export interface Decide {
  name: string;
  afterLook: string;
  decided: string;
  bodies: readonly string[];
  reason: string;
  decidedOn: string;
  /** Name and office of who writes it down, as readers see them. */
  recordedAs: string;
}

/** Keeps what the signatories decided after a look. @throws Refused with a sentence beside each field */
export const decide = guarded(
  { module: 'evaluation', name: 'evaluation.decide', act: 'approve', place: placeOfCharter },
  (platform: Platform, asked: Decide): Promise<Decision[]> =>
    inRefusingTransaction(platform, async (trx) => {
      const charter = await standing(platform, trx, asked.name);
      const taken = (await readLooks(trx, charter.id)).map(({ found }) => found.month);
      const decision = readDecision(asked, inForce(charter).charter, taken, todayInLondon(platform.now()));
      const written = { by: platform.actor, at: platform.now() };
      await inWords(() => insertDecision(trx, charter.id, { ...decision, written }));
      const told = { afterLook: decision.afterLook, decided: decision.decided };
      await kept(trx, platform.actor, asked.name, 'evaluation.decide', decision.reason, told);
      return readDecisions(trx, charter.id);
    }),
);

function readDecision(
  asked: Decide,
  { signatories }: Charter,
  taken: readonly Month[],
  today: string,
): Omit<Decision, 'written'> {
  const afterLook = taken.find((month) => month === asked.afterLook);
  const decided = DECIDED.find((word) => word === asked.decided);
  const named = signatories.map(({ organisation }) => organisation);
  const bodies = [...new Set(asked.bodies.map((body) => body.trim()).filter((body) => body !== ''))];
  const stranger = named.length === 0 ? undefined : bodies.find((body) => !named.includes(body));
  const { decidedOn } = asked;
  const [reason, recordedAs] = [asked.reason.trim(), asked.recordedAs.trim()];
  refuseIf([
    afterLook === undefined ? { field: 'afterLook', sentence: sayTaken(taken) } : null,
    decided === undefined ? { field: 'decided', sentence: 'Choose stop, change or continue.' } : null,
    bodies.length === 0 ? { field: 'bodies', sentence: 'Name at least one organisation that decided it.' } : null,
    stranger === undefined
      ? null
      : { field: 'bodies', sentence: `${stranger} is not among the signatories: ${named.join(', ')}.` },
    textProblem('reason', reason, 4_000, 'Say why: the reason stands beside the results.'),
    textProblem('recordedAs', recordedAs, 200, 'Give your name and office: readers see who wrote it down.'),
    isDate(decidedOn) ? null : { field: 'decidedOn', sentence: 'Give the day of the decision, such as 2030-11-04.' },
    decidedOn > today
      ? { field: 'decidedOn', sentence: 'A decision cannot lie in the future: give the day on which it was made.' }
      : null,
    afterLook !== undefined && decidedOn.slice(0, 7) <= afterLook
      ? {
          field: 'decidedOn',
          sentence: `A decision after the look at ${monthName(afterLook)} comes after that month: give a later day.`,
        }
      : null,
  ]);
  if (afterLook === undefined || decided === undefined) throw new Refused([]);
  return { afterLook, decided, bodies, reason, decidedOn, recordedAs };
}

function sayTaken(taken: readonly Month[]): string {
  if (taken.length === 0)
    return 'No look has been recorded yet: record it on the monitoring board, or with "wardroom evaluation monitor NAME --record"; what is decided comes after it.';
  return `Choose a look that was taken: ${[...new Set(taken)].toSorted().join(', ')}.`;
}

/** Looks that were taken and decisions that were made by a charter; null where there is none that may be seen. */
export const courseOfCharter = guarded(
  { module: 'evaluation', name: 'evaluation.course-of-charter', act: 'read' },
  (platform: Platform, name: string): Promise<{ looks: LookTaken[]; decisions: Decision[] } | null> =>
    inRefusingTransaction(platform, async (trx) => {
      const charter = await readCharter(trx, name);
      if (charter === null) return null;
      return { looks: await readLooks(trx, charter.id), decisions: await readDecisions(trx, charter.id) };
    }),
);
