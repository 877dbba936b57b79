import { guarded } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { absencesOf } from '../absences/absence-service.ts';
import { eventsHeld } from '../calendar/calendar-service.ts';
import { eventsWith } from '../calendar/events-with.ts';
import { dutiesOf } from '../duties/duty-service.ts';
import { officerActing } from '../officers/officer-acting-service.ts';
import { besideReasonOf } from '../team/beside-reason-service.ts';
import type { OwnAbsence } from './own-today.ts';

/** One time called away of whoever is signed in, for its form. @throws NotFound for anybody else's */
export const ownAbsence = guarded(
  { name: 'ringfence.own-absence', module: 'duties', act: 'write' },
  async (platform: Platform, id: string): Promise<OwnAbsence> => {
    const officer = await officerActing(platform);
    return platform.records.transaction().execute(async (trx) => {
      const [absence] = await absencesOf(trx, { id });
      const [duty] = absence === undefined ? [] : await dutiesOf(trx, { ids: [absence.duty] });
      if (absence === undefined || duty === undefined || absence.officer !== officer?.officer)
        throw new NotFound('No time away of yours is kept at this address.', [{ href: '/today', text: 'Today' }]);
      const events = eventsWith(await eventsHeld(trx, officer.unit), [Number(duty.day.slice(0, 4))]);
      const on = events.filter(
        ({ firstDay, lastDay, calledOff }) => calledOff === null && firstDay <= duty.day && duty.day <= lastDay,
      );
      const beside = await besideReasonOf(trx, { duty, unit: officer.unit, but: id });
      return { absence, duty, events: on, beside };
    });
  },
);
