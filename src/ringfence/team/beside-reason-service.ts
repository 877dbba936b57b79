import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Choice } from '../../ui/select-field.tsx';
import { absencesOf } from '../absences/absence-service.ts';
import { dutiesOf } from '../duties/duty-service.ts';
import type { Duty } from '../model.ts';
import { placesNumbered, placesOfUnit } from '../places/place-service.ts';
import { type BesideReason, tookRestOf } from './beside-reason.ts';
import { namedWards } from './ward-view-service.ts';

/** A rest day that is given back was taken in the year before. */
const LOOKED_BACK_DAYS = 366;

/** What may have taken a rest day that an officer has back on a day, as far as whoever acts may see it. */
export const tookRestBefore = within(
  'ringfence.took-rest-before',
  async (
    trx: Records,
    { officer, day, but }: { officer: number; day: string; but: string | null },
  ): Promise<readonly Choice[]> => {
    const from = new Date(Date.parse(`${day}T12:00:00Z`) - LOOKED_BACK_DAYS * 86_400_000).toISOString().slice(0, 10);
    const duties = await dutiesOf(trx, { officer, from, to: day });
    const absences = await absencesOf(trx, { officer, from, to: day });
    return tookRestOf({
      worked: duties.filter(({ kind }) => kind === 'rest-day'),
      away: absences.filter(
        ({ id, reason, standing }) => id !== but && reason !== 'rest-day-given-back' && standing !== 'withdrawn',
      ),
    });
  },
);

/**
 * What may be chosen, for a time away of a duty, besides its reason.
 * @param but the absence that the form is about, which took no rest day of its own; null for a new one
 */
export const besideReasonOf = within(
  'ringfence.beside-reason-of',
  async (
    trx: Records,
    { duty, unit, but }: { duty: Pick<Duty, 'officer' | 'place' | 'day'>; unit: string; but: string | null },
  ): Promise<BesideReason> => {
    const [own] = await placesNumbered(trx, [duty.place]);
    const others = (await placesOfUnit(trx, unit)).filter(
      ({ id, boundaryVersion }) => id !== duty.place && boundaryVersion === own?.boundaryVersion,
    );
    return {
      wards: await namedWards(trx, others),
      tookRest: await tookRestBefore(trx, { officer: duty.officer, day: duty.day, but }),
    };
  },
);
