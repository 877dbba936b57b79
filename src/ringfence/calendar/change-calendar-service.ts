import { londonTime } from '../../lib/calendar/london-time.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused, refuseIf } from '../../lib/refused.ts';
import { textProblem } from '../../lib/text-problem.ts';
import { guarded, worksWithMadeUp } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { inRefusingTransaction, type Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Writer } from '../duties/duty-store.ts';
import { reenterDuties } from '../ledger/ledger-service.ts';
import type { RingfenceEvent } from '../model.ts';
import { inWords } from '../policy/records-refusal-service.ts';
import { emergencyKey } from './event-key.ts';
import { type DaysTyped, daysProblems, type EmergencyTyped, emergencyProblems } from './event-problems.ts';
import { insertEvent, readEvents, saveCalledOff } from './event-store.ts';
import { shippedEvents } from './shipped-events.ts';

/**
 * Enters a major emergency with its authorisation. The records let whoever writes duties in the unit do it: nobody can wait
 * for command at three in the morning. Absences that name it are ruled anew.
 * @returns its key, as absences name it
 * @throws Refused, with the fields of {@link EmergencyTyped}
 */
export const enterEmergency = guarded(
  { name: 'ringfence.enter-emergency', module: 'duties', act: 'write' },
  async (platform: Platform, typed: EmergencyTyped): Promise<string> => {
    refuseIf(emergencyProblems(typed));
    const { unit, name, firstDay, rank, authorisedAt: at, expires, source } = typed;
    if (at === null || expires === null) throw new Error('It was looked at before.');
    const event: RingfenceEvent = {
      ...{ key: emergencyKey(firstDay, name), kind: 'major-emergency', name: name.trim(), firstDay, entered: true },
      ...{
        lastDay: londonTime(expires).date,
        authorised: { rank, at, expires },
        calledOff: null,
        source: source.trim(),
      },
    };
    await changed(platform, (trx, by) =>
      enter(trx, { platform, unit, event, because: `${event.name} was entered` }, by),
    );
    return event.key;
  },
);

/**
 * Enters other days for a yearly event before they begin, in place of those that Wardroom ships.
 * @throws Refused, with the fields of {@link DaysTyped}
 */
export const enterOtherDays = guarded(
  {
    name: 'ringfence.enter-other-days',
    module: 'duties',
    act: 'approve',
    place: (_, { unit }: DaysTyped) => ({ unit }),
  },
  async (platform: Platform, typed: DaysTyped): Promise<void> => {
    const { unit, key, firstDay, lastDay, source } = typed;
    const shipped = shippedCalled(key);
    refuseIf(daysProblems(typed, todayInLondon(platform.now())));
    const event = { ...shipped, firstDay, lastDay, source: source.trim(), entered: true };
    const because = `other days were entered for ${shipped.name}`;
    await changed(platform, (trx, by) => enter(trx, { platform, unit, event, because }, by));
  },
);

/** What is called off, and why. */
export interface CalledOff {
  unit: string;
  key: string;
  because: string;
}

/** Says of an event that it does not take place, or did not: it exempts nothing then. @throws Refused, with the field because */
export const callOffEvent = guarded(
  { name: 'ringfence.call-off-event', module: 'duties', act: 'approve', place: (_, { unit }: CalledOff) => ({ unit }) },
  (platform: Platform, { unit, key, because: typed }: CalledOff): Promise<void> =>
    changed(platform, async (trx, by) => {
      const because = typed.trim();
      refuseIf([textProblem('because', because, 300, 'Say why it does not take place, and who says so.')]);
      const entered = (await readEvents(trx, unit)).find((each) => each.key === key);
      const event = entered ?? shippedCalled(key);
      if (event.calledOff !== null) throw refusal('It was called off already: open the calendar again.');
      const synthetic = worksWithMadeUp(platform);
      if (entered === undefined)
        await insertEvent(trx, { unit, event: { ...event, calledOff: because }, synthetic }, by);
      else if (!(await saveCalledOff(trx, { unit, key, because }, by)))
        throw refusal('It was called off already: open the calendar again.');
      await reenterDuties(trx, { unit, event: key, because: `${event.name} was called off` }, by);
      await audit(trx, 'ringfence.call-off-event', { unit, event, because }, by);
    }),
);

const changed = <Result>(platform: Platform, run: (trx: Records, by: Writer) => Promise<Result>): Promise<Result> =>
  inWords(() => inRefusingTransaction(platform, (trx) => run(trx, { actor: platform.actor, at: platform.now() })));

interface Entry {
  platform: Platform;
  unit: string;
  event: RingfenceEvent;
  because: string;
}

async function enter(trx: Records, { platform, unit, event, because }: Entry, by: Writer): Promise<void> {
  await insertEvent(trx, { unit, event, synthetic: worksWithMadeUp(platform) }, by);
  await reenterDuties(trx, { unit, event: event.key, because }, by);
  const action = event.kind === 'major-emergency' ? 'ringfence.enter-emergency' : 'ringfence.enter-other-days';
  await audit(trx, action, { unit, event, because: event.source }, by);
}

function audit(
  trx: Records,
  action: string,
  { unit, event: { key, name, firstDay, lastDay }, because }: Omit<Entry, 'platform'>,
  { actor }: Writer,
) {
  return recordAudit(trx, {
    actor,
    action,
    subject: `${name} of ${unit}`,
    reason: because,
    detail: { key, firstDay, lastDay },
  });
}

const refusal = (sentence: string) => new Refused([{ field: null, sentence }]);

/** A yearly event that Wardroom ships, by its key. @throws Refused where there is none */
function shippedCalled(key: string): RingfenceEvent {
  const year = /-(20[1-9]\d)$/.exec(key)?.[1];
  const found = year === undefined ? undefined : shippedEvents(Number(year)).find((each) => each.key === key);
  if (found === undefined) throw refusal('There is no such event: open the calendar again.');
  return found;
}
