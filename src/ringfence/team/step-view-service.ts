import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { guarded, personOf } from '../../platform/access/index.ts';
import { inTransaction, type Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { type AbsenceStep, absencesOf, stepsOf } from '../absences/absence-service.ts';
import { eventsHeld } from '../calendar/calendar-service.ts';
import { eventsWith } from '../calendar/events-with.ts';
import { dutiesOf } from '../duties/duty-service.ts';
import type { Absence, Duty, RingfenceEvent } from '../model.ts';
import { placesNumbered } from '../places/place-service.ts';
import type { BesideReason } from './beside-reason.ts';
import { besideReasonOf } from './beside-reason-service.ts';
import type { Ruled } from './model.ts';
import { readNamesOfPeople } from './team-store.ts';
import { notTheirs } from './to-confirm.ts';
import { wardsInView } from './ward-view-service.ts';

/** A duty with whose it is and where. */
export interface DutyInView {
  duty: Duty;
  name: string;
  ward: string;
  wardCode: string;
  /** Named events of the day of the duty, which an order may be for. */
  events: readonly RingfenceEvent[];
  /** What a time away of it may be said to have been besides its reason. */
  beside: BesideReason;
}

/** An absence with its duty, how it is ruled, and everything that was done to it. */
export interface AbsenceInView extends DutyInView {
  absence: Absence;
  ruled: Ruled;
  steps: readonly AbsenceStep[];
  /** Names by the person. */
  names: ReadonlyMap<string, string>;
  /** Why the reader leaves it to somebody else; null where it is theirs. */
  notYours: string | null;
}

const WRITES = { module: 'duties', act: 'write' } as const;
const NO_DUTY = 'No duty that you may see is kept at this address: it may have been removed.';
const BACK = [{ href: '/ringfence/team', text: 'My team' }];

/** One duty, for its form. @throws NotFound */
export const dutyInView = guarded(
  { name: 'ringfence.duty-in-view', ...WRITES },
  (platform: Platform, id: number): Promise<DutyInView> =>
    inTransaction(platform, async (trx) => {
      const { duty, name, ward, wardCode, unit } = await dutyAt(trx, platform, id);
      const beside = await besideReasonOf(trx, { duty, unit, but: null });
      return { duty, name, ward, wardCode, events: await eventsOn(trx, { duty, unit }), beside };
    }),
);

/** One absence, for its forms. @throws NotFound */
export const absenceInView = guarded(
  { name: 'ringfence.absence-in-view', ...WRITES },
  (platform: Platform, id: string): Promise<AbsenceInView> =>
    inTransaction(platform, async (trx) => {
      const [absence] = await absencesOf(trx, { id });
      if (absence === undefined)
        throw new NotFound('No absence that you may see is kept at this address: it may have been withdrawn.', BACK);
      const { inView, unit, ...found } = await dutyAt(trx, platform, absence.duty);
      const person = personOf(platform.principal);
      const steps = await stepsOf(trx, id);
      return {
        ...found,
        absence,
        ruled: inView.rulings.get(id) ?? { ruling: 'unruled', because: '', late: false },
        steps,
        events: await eventsOn(trx, { duty: found.duty, unit }),
        beside: await besideReasonOf(trx, { duty: found.duty, unit, but: id }),
        names: await readNamesOfPeople(
          trx,
          steps.map(({ doneBy }) => doneBy),
        ),
        notYours: notTheirs(absence, person),
      };
    }),
);

async function dutyAt(trx: Records, platform: Platform, id: number) {
  const [duty] = await dutiesOf(trx, { ids: [id] });
  const places = duty === undefined ? [] : await placesNumbered(trx, [duty.place]);
  if (duty === undefined) throw new NotFound(NO_DUTY, BACK);
  const today = todayInLondon(platform.now());
  const [inView] = await wardsInView(trx, { places, today, from: duty.day, to: duty.day });
  if (inView === undefined) throw new NotFound(NO_DUTY, BACK);
  const name = inView.officers.find(({ officer }) => officer === duty.officer)?.name ?? 'An officer';
  const { name: ward, code: wardCode } = inView.ward;
  return { duty, name, ward, wardCode, unit: places[0]?.unit ?? '', inView };
}

async function eventsOn(trx: Records, { duty, unit }: { duty: Duty; unit: string }): Promise<RingfenceEvent[]> {
  const year = Number(duty.day.slice(0, 4));
  const events = eventsWith(await eventsHeld(trx, unit), [year - 1, year]);
  return events.filter(
    ({ firstDay, lastDay, calledOff }) => firstDay <= duty.day && duty.day <= lastDay && calledOff === null,
  );
}
