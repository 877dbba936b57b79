import { sql } from 'kysely';
import type { Place } from '../../src/platform/access/index.ts';
import type { Records } from '../../src/platform/database/index.ts';
import { enterDuty } from '../../src/ringfence/ledger/ledger-service.ts';
import { CAMDEN, UNIT, WARD } from './each-principal.ts';
import { inTransaction } from './in-transaction.ts';

const ABSENCE = '0a0a0a0a-0000-4000-8000-000000000001';
const SEEN = { id: ABSENCE, version: 1, because: 'It was another day.' };

/**
 * What the functions about one time called away are called with: one of a ward of Camden, whose officer nobody is who signs
 * in, so that it is its borough's inspector's to write and nobody else's.
 * @param records Wardroom's own handle
 */
export async function absenceSamples(records: Records): Promise<Record<string, { args: unknown[]; place: Place }[]>> {
  const duty = await inTransaction(records, layOut);
  const place = { unit: UNIT, borough: CAMDEN, ward: WARD };
  const about = (asked: object) => [{ args: [asked], place }];
  const away = { id: crypto.randomUUID(), duty, from: new Date('2026-03-09T20:00:00Z'), reason: 'custody' };
  return {
    'ringfence.call-away': about(away),
    'ringfence.bring-back': about({ ...SEEN, to: new Date('2026-03-09T16:00:00Z') }),
    'ringfence.order-absence': about({ ...SEEN, order: { by: 'duty-inspector' } }),
    'ringfence.correct-absence': about({ ...SEEN, reason: 'training' }),
    'ringfence.confirm-absence': about(SEEN),
    'ringfence.dispute-absence': about(SEEN),
    'ringfence.withdraw-absence': about(SEEN),
  };
}

/** An officer with a duty of eight hours, away for its second. @returns the number of the duty */
async function layOut(trx: Records): Promise<number> {
  const { rows } = await sql<{ duty: number; officer: number; place: number }>`
    with member as (
      insert into organisation.officer (reference, unit, name) values ('ABS-1', ${UNIT}, 'Ash Bond') returning id
    ), ward as (
      insert into ringfence.place (unit, borough_code, ward_code, boundary_version)
      values (${UNIT}, ${CAMDEN}, ${WARD}, 'wards-2022') returning id
    ), duty as (
      insert into ringfence.duty (officer, place, post_class, kind, day, during, synthetic)
      select member.id, ward.id, 'floor', 'ward', '2026-03-09', '[2026-03-09 14:00Z,2026-03-09 22:00Z)', false
      from member, ward returning id, officer, place
    )
    select id::float8 as duty, officer::float8 as officer, place from duty`.execute(trx);
  const [made] = rows;
  if (made === undefined) throw new Error('There is no duty to be called away from.');
  await sql`insert into ringfence.absence (id, duty, officer, place, day, during, reason, standing, synthetic)
    values (${ABSENCE}, ${made.duty}, ${made.officer}, ${made.place}, '2026-03-09',
      '[2026-03-09 15:00Z,2026-03-09 16:00Z)', 'custody', 'recorded', false)`.execute(trx);
  await enterDuty(trx, made.duty, { actor: 'test', at: new Date('2026-03-09T22:00:00Z') });
  return made.duty;
}
