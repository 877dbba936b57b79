import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import {
  type RingfencePerson,
  type RingfenceRecords,
  ringfencePrincipal,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import type { Records } from '../../platform/database/index.ts';
import { planDuty } from '../duties/duty-service.ts';
import type { Duty } from '../model.ts';
import { bringBack, callAway, disputeAbsence, stepsOf, withdrawAbsence } from './absence-service.ts';

/** What is written over an absence as it stands, and the step that is told of it; without a step where that is left out. */
interface Forged {
  set?: Record<string, string>;
  step?: string;
  number?: number;
  by?: RingfencePerson;
  after?: object;
}

describeStores('somebody who writes absences by SQL as the application', (open) => {
  let opened: EmptyRecords;
  let kept: RingfenceRecords;
  let duty: Duty;
  /** Ordered by the ward's sergeant, and recorded by the officer. */
  let id: string;
  let days = 1;
  const at = (time: string) => new Date(`${duty.day}T${time}:00Z`);
  beforeAll(async () => {
    opened = await open();
    kept = await ringfenceRecords(opened.database);
  });
  afterAll(() => opened.close());

  /** An absence on a day of its own. */
  async function away(to: string | null = '11:00') {
    days += 1;
    const day = `2026-03-0${days}`;
    const hours = { start: '07:00', end: '15:00', kind: 'ward', day } as const;
    duty = await planDuty(kept.as('officer'), { officer: kept.officers['BLO-1'] ?? -1, ...hours });
    id = crypto.randomUUID();
    const span = { from: at('10:00'), to: to === null ? null : at(to) };
    await callAway(kept.as('officer'), {
      id,
      duty: duty.id,
      ...span,
      reason: 'custody',
      order: { by: 'ward-sergeant' },
    });
  }
  /** Writes an absence's next state with the step that says so, and what is said of it. */
  const forge = (who: RingfencePerson, { set = {}, step, number, by = who, after = {} }: Forged): Promise<string> =>
    kept
      .as(who)
      .records.transaction()
      .execute(async (trx: Records) => {
        const values = Object.entries({ version: 'version + 1', ...set }).map(([name, value]) => `${name} = ${value}`);
        const { numAffectedRows } = await sql`update ringfence.absence set ${sql.raw(values.join(', '))}
          where id = ${id}`.execute(trx);
        if (step === undefined) return `${numAffectedRows} rows`;
        await sql`insert into ringfence.absence_step (absence, number, step, after, done_by, done_at)
          select id, coalesce(${number ?? null}::integer, version), ${step}, jsonb_build_object('from', lower(during),
            'to', upper(during), 'endPresumed', false, 'reason', reason, 'event', event, 'orderedBy', ordered_by,
            'orderedPerson', ordered_person, 'orderedAt', ordered_at, 'orderReference', coalesce(order_reference, ''),
            'covers', covers, 'chargedTo', coalesce(charged_to::text, 'duty:' || charged_duty), 'note', note,
            'standing', standing) || ${after}::jsonb, ${ringfencePrincipal(by).person}, '2020-01-01'
          from ringfence.absence where id = ${id}`.execute(trx);
        return `${numAffectedRows} rows`;
      })
      .catch((error: Error) => error.message);
  const confirmed = { set: { standing: "'confirmed'" }, step: 'confirmed' } satisfies Forged;

  it('cannot take a step that is not of the absence as it stands, nor in another’s name', async () => {
    await away();
    const says = 'A step says of its absence what the absence is now.';
    expect(await forge('inspector', { ...confirmed, after: { reason: 'training' } })).toBe(says);
    expect(await forge('inspector', { ...confirmed, after: { orderedPerson: null } })).toBe(says);
    expect(await forge('inspector', { ...confirmed, number: 9 })).toBe(says);
    expect(await forge('inspector', { ...confirmed, step: 'returned' })).toBe(says);
    expect(await forge('inspector', { ...confirmed, set: {} })).toBe(says);
    expect(await forge('inspector', { ...confirmed, by: 'sergeant' })).toBe(
      'A step is taken in the name of who takes it.',
    );
    expect(await forge('inspector', confirmed)).toBe('1 rows');
  });

  it('cannot take one of an absence that they may only read', async () => {
    await away();
    const step = sql`insert into ringfence.absence_step (absence, number, step, after, done_by, done_at)
      values (${id}, 1, 'recorded', '{}', ${ringfencePrincipal('otherInspector').person}, now())`;
    const tried = kept
      .as('otherInspector')
      .records.transaction()
      .execute((trx) => step.execute(trx));
    // They may read it: another borough's of their unit.
    await expect(tried).rejects.toThrow(/row-level security|what the absence is now/);
    expect(await forge('otherInspector', { set: { standing: "'confirmed'" } })).toBe('0 rows');
  });

  it('cannot change an absence without the step that says so, nor whose it is', async () => {
    await away();
    expect(await forge('inspector', { set: { standing: "'confirmed'" } })).toBe(
      'An absence is changed by a step that says what was done.',
    );
    const stays = 'An absence stays of its duty, and one that was withdrawn stays as it is.';
    expect(await forge('inspector', { set: { day: "'2026-03-01'" }, step: 'corrected' })).toBe(stays);
    expect(await forge('inspector', { set: { version: 'version + 2' }, step: 'returned' })).toBe(stays);
  });

  it('cannot confirm, correct or withdraw what they ordered, whatever they call it', async () => {
    await away();
    const others = 'Whoever ordered an absence leaves it to somebody else to confirm or correct.';
    expect(await forge('sergeant', confirmed)).toBe(others);
    expect(await forge('sergeant', { ...confirmed, step: 'returned' })).toBe(others);
    expect(await forge('sergeant', { set: { reason: "'training'" }, step: 'returned' })).toBe(others);
    expect(await forge('sergeant', { set: { ordered_person: 'null' }, step: 'returned' })).toBe(others);
    const shorter = { during: "tstzrange(lower(during), lower(during) + interval '1 minute')" };
    expect(await forge('sergeant', { set: shorter, step: 'returned' })).toBe(others);
    expect(await forge('sergeant', { set: { standing: "'disputed'" }, step: 'disputed' })).toBe('1 rows');
  });

  it('cannot say when one ended that they had ordered, but dispute it, and leaves it withdrawn', async () => {
    await away(null);
    const back = { set: { during: "tstzrange(lower(during), lower(during) + interval '1 minute')" }, step: 'returned' };
    expect(await forge('sergeant', back)).toContain('Whoever ordered an absence');
    await bringBack(kept.as('officer'), { id, to: at('10:01') });
    await disputeAbsence(kept.as('sergeant'), { id, version: 2, because: 'It was shorter.' });
    await withdrawAbsence(kept.as('inspector'), { id, version: 3, because: 'It was another day.' });
    expect(await forge('officer', { set: { standing: "'disputed'" }, step: 'disputed' })).toContain('stays as it is');
  });

  it('cannot dispute one so that its end is open again', async () => {
    await away();
    const disputed = { set: { standing: "'disputed'" }, step: 'disputed' };
    expect(await forge('sergeant', { ...disputed, after: { endPresumed: true } })).toBe(
      'A step says of its absence what the absence is now.',
    );
  });

  it('has a step of a closed month marked, whatever they say, and done when it is done', async () => {
    await away();
    await sql`insert into ringfence.closed_month (unit, month, revision, report, hash, synthetic, closed_at)
      values ('Central North', '2026-03-01', 1, '{}', ${'0'.repeat(64)}, false, '2026-04-05T00:00Z')`.execute(
      kept.system.records,
    );
    expect(await forge('inspector', confirmed)).toBe('1 rows');
    await sql`delete from ringfence.closed_month`.execute(kept.system.records);
    const steps = await kept.system.records.transaction().execute((trx) => stepsOf(trx, id));
    expect(steps.map(({ afterClose }) => afterClose)).toEqual([false, true]);
    expect(steps[1]?.doneAt.getUTCFullYear()).toBeGreaterThan(2020);
  });
});
