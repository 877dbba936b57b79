import { insertRows, type Records } from '../../platform/database/index.ts';
import type { Writer } from '../duties/duty-store.ts';
import type { Absence } from '../model.ts';
import { asStepHasIt } from './step-store.ts';

const OF_DUTY = 'duty:';

/**
 * Records many absences at once, each with its first step: a roster brings thousands.
 * @param told.because  why, beside each step
 * @param told.isClosed whether the month of a day was closed already
 * @param told.doneAt   when an absence was recorded; left out: now, by who writes
 */
export async function insertAbsences(
  trx: Records,
  absences: readonly Absence[],
  {
    because,
    isClosed,
    doneAt,
  }: { because: string; isClosed: (day: string) => boolean; doneAt?: (absence: Absence) => Date },
  { actor, at }: Writer,
): Promise<void> {
  const columns = {
    id: 'uuid',
    duty: 'bigint',
    officer: 'bigint',
    place: 'integer',
    day: 'date',
    during: 'tstzrange',
    reason: 'text',
    event: 'text',
    ordered_by: 'text',
    ordered_person: 'text',
    ordered_at: 'timestamptz',
    order_reference: 'text',
    covers: 'integer',
    charged_duty: 'bigint',
    note: 'text',
    standing: 'text',
    version: 'integer',
    synthetic: 'boolean',
  };
  await insertRows(
    trx,
    'ringfence.absence',
    columns,
    absences.map(({ from, to, order, chargedTo, ...absence }) => ({
      ...absence,
      during: `[${from.toISOString()},${to?.toISOString() ?? ''})`,
      ordered_by: order?.by ?? null,
      ordered_person: order?.person ?? null,
      ordered_at: order?.at ?? null,
      order_reference: order?.reference ?? null,
      charged_duty: chargedTo?.startsWith(OF_DUTY) ? Number(chargedTo.slice(OF_DUTY.length)) : null,
    })),
  );
  const steps = {
    absence: 'uuid',
    number: 'integer',
    step: 'text',
    after: 'jsonb',
    because: 'text',
    after_close: 'boolean',
    done_by: 'text',
    done_at: 'timestamptz',
  };
  await insertRows(
    trx,
    'ringfence.absence_step',
    steps,
    absences.map((absence) => ({
      absence: absence.id,
      number: 1,
      step: 'recorded',
      after: JSON.stringify(asStepHasIt(absence, false)),
      because,
      after_close: isClosed(absence.day),
      done_by: actor,
      done_at: doneAt?.(absence) ?? at,
    })),
  );
}
