import { insertRows, type Records } from '../../platform/database/index.ts';
import type { Duty, TimeSpan } from '../model.ts';
import type { Writer } from './duty-store.ts';
import type { Leave } from './model.ts';

/** What many rows come with. */
interface Brought {
  /** The roster that brought them; null: none did. */
  roster: number | null;
  synthetic: boolean;
}

const rangeText = ({ from, to }: TimeSpan): string => `[${from.toISOString()},${to.toISOString()})`;

/** Books many duties at once. @throws StatementError duties_never_overlap when one overlaps another of its officer */
export async function insertDuties(
  trx: Records,
  duties: readonly Omit<Duty, 'id' | 'version' | 'synthetic'>[],
  { roster, synthetic }: Brought,
  { actor, at }: Writer,
): Promise<void> {
  const columns = {
    officer: 'bigint',
    place: 'integer',
    post_class: 'text',
    kind: 'text',
    day: 'date',
    during: 'tstzrange',
    planned: 'tstzrange',
    confirmed: 'text',
    confirmed_by: 'text',
    confirmed_at: 'timestamptz',
    reason: 'text',
    ordered_by: 'text',
    ordered_person: 'text',
    event: 'text',
    roster: 'bigint',
    synthetic: 'boolean',
  };
  await insertRows(
    trx,
    'ringfence.duty',
    columns,
    duties.map((duty) => ({
      officer: duty.officer,
      place: duty.place,
      post_class: duty.postClass,
      kind: duty.kind,
      day: duty.day,
      during: rangeText(duty.during),
      planned: duty.planned === null ? null : rangeText(duty.planned),
      confirmed: duty.confirmed,
      confirmed_by: duty.confirmed === null ? null : actor,
      confirmed_at: duty.confirmed === null ? null : at,
      reason: duty.elsewhere?.reason ?? null,
      ordered_by: duty.elsewhere?.order?.by ?? null,
      ordered_person: duty.elsewhere?.order?.person ?? null,
      event: duty.elsewhere?.event ?? null,
      roster,
      synthetic,
    })),
  );
}

/** Keeps leave of many days at once. @returns how many: fewer where one was recorded meanwhile */
export async function insertLeaves(
  trx: Records,
  leave: readonly Pick<Leave, 'officer' | 'place' | 'postClass' | 'day' | 'minutes'>[],
  { roster, synthetic }: Brought,
): Promise<number> {
  const columns = {
    officer: 'bigint',
    place: 'integer',
    post_class: 'text',
    day: 'date',
    minutes: 'integer',
    roster: 'bigint',
    synthetic: 'boolean',
  };
  return insertRows(
    trx,
    'ringfence.leave',
    columns,
    leave.map(({ postClass, ...rest }) => ({ ...rest, post_class: postClass, roster, synthetic })),
  );
}
