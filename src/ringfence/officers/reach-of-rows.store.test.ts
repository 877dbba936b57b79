import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ISLINGTON, UNIT } from '../../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { placeOfTest } from '../../../test/builders/ringfence-ledger.ts';
import {
  BUNHILL,
  type RingfencePerson,
  type RingfenceRecords,
  ringfencePrincipal,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { planDuty } from '../duties/duty-service.ts';
import type { Duty } from '../model.ts';

const [SENT, SENT_ELSEWHERE, PHONE] = [1, 2, 3].map((n) => `0a0a0a0a-0000-4000-8000-00000000000${n}`);

describeStores('what is about an officer', (open) => {
  let opened: EmptyRecords;
  let kept: RingfenceRecords;
  /** Of Ben Okafor, of Bloomsbury. */
  let duty: Duty;
  /** The same officer's, at Bunhill long ago. */
  let elsewhere: number;
  let bunhill: number;
  beforeAll(async () => {
    opened = await open();
    kept = await ringfenceRecords(opened.database);
    const officer = kept.officers['BLO-2'] ?? -1;
    const hours = { start: '07:00', end: '15:00', kind: 'ward', day: '2026-03-09' } as const;
    duty = await planDuty(kept.as('colleague'), { officer, ...hours });
    bunhill = await placeOfTest(opened.records, BUNHILL, ISLINGTON);
    // The ledger of a duty is none of this test's.
    elsewhere = await opened.records.transaction().execute(async (trx) => {
      const { rows } = await sql<{ id: number }>`with made as (
          insert into ringfence.duty (officer, place, post_class, kind, day, during, synthetic)
          values (${officer}, ${bunhill}, 'floor', 'ward', '2026-03-02', '[2026-03-02 08:00Z,2026-03-02 09:00Z)', false)
          returning *
        ), entered as (
          insert into ringfence.ledger_line (officer, place, month, day, post_class, duty, account, minutes, synthetic,
            entered_by, entered_at)
          select officer, place, '2026-03-01', day, post_class, id, 'presumed', 60, false, 'test', now() from made)
        select id::float8 as id from made`.execute(trx);
      return rows[0]?.id ?? -1;
    });
    await kept.tried('colleague', sent(SENT, duty.id));
    await kept.tried('colleague', sent(SENT_ELSEWHERE, elsewhere));
    await kept.tried('colleague', phone('colleague', officer));
  });
  afterAll(() => opened.close());

  const read = async (who: RingfencePerson | 'visitor', query: ReturnType<typeof sql<{ each: string }>>) => {
    const found = await kept
      .as(who)
      .records.transaction()
      .execute((trx) => query.execute(trx));
    return found.rows.map(({ each }) => each);
  };
  const sent = (
    id: string | undefined,
    of: number,
  ) => sql`insert into ringfence.sent_record (id, officer, device, said_at,
      clock_ahead_seconds, body, outcome, said, received_at, place)
    values (${id}, ${duty.officer}, ${PHONE}, now(), 0, ${{ duty: of }}, 'held', '', now(), ${bunhill})`;
  const phone = (
    who: RingfencePerson,
    officer: number,
  ) => sql`insert into ringfence.device (id, person, officer, first_at, last_at)
    values (${PHONE}, ${ringfencePrincipal(who).person}, ${officer}, now(), now())`;

  describe('on phones', () => {
    it('is seen and settled of a ward by who reaches the ward, and not whoever saw another duty', async () => {
      const seen = sql<{ each: string }>`select id as each from ringfence.sent_record order by id`;
      expect(await read('colleague', seen)).toEqual([SENT, SENT_ELSEWHERE]);
      expect(await read('sergeant', seen)).toEqual([SENT]);
      expect(await read('otherSergeant', seen)).toEqual([SENT_ELSEWHERE]);
      expect(await read('officer', seen)).toEqual([]);
      expect(await read('inspector', seen)).toHaveLength(2);
      const settle = sql`update ringfence.sent_record set settled_at = now()`;
      expect(await kept.tried('otherInspector', settle)).toBe('1 rows');
      expect(await kept.tried('sergeant', settle)).toBe('1 rows');
    });

    it('is seen and revoked by who reaches the ward they are posted to now, and stays revoked', async () => {
      const seen = sql<{ each: string }>`select id as each from ringfence.device`;
      expect(await read('sergeant', seen)).toEqual([PHONE]);
      expect(await read('otherSergeant', seen)).toEqual([]);
      const revoke = (who: RingfencePerson) => sql`update ringfence.device set revoked_at = now(),
        revoked_by = ${ringfencePrincipal(who).person}`;
      expect(await kept.tried('otherInspector', revoke('otherInspector'))).toBe('0 rows');
      expect(await kept.tried('sergeant', revoke('inspector'))).toContain('in the name of who revokes it');
      expect(await kept.tried('sergeant', revoke('sergeant'))).toBe('1 rows');
      const again = sql`update ringfence.device set revoked_at = null, revoked_by = null`;
      expect(await kept.tried('colleague', again)).toContain('stays revoked');
      expect(await kept.tried('colleague', sql`update ringfence.device set waiting = 2`)).toBe('1 rows');
    });

    it('is added of oneself alone', async () => {
      expect(await kept.tried('officer', phone('officer', duty.officer))).toContain('row-level security');
    });
  });

  it('says who leads a ward to who reaches it or works there, and to nobody else', async () => {
    const lead = sql<{ each: string }>`select unnest(ringfence.leads(${duty.place}, '2026-03-09')) as each`;
    const sergeant = [ringfencePrincipal('sergeant').person];
    for (const who of ['officer', 'neighbour', 'elsewhere', 'sergeant', 'otherSergeant', 'inspector'] as const)
      expect([who, await read(who, lead)]).toEqual([
        who,
        ['officer', 'sergeant', 'inspector'].includes(who) ? sergeant : [],
      ]);
    for (const who of ['analyst', 'unlinked', 'visitor'] as const)
      expect([who, await read(who, lead)]).toEqual([who, []]);
  });

  describe('in rosters', () => {
    const roster = (
      by: RingfencePerson,
      unit = UNIT,
    ) => sql`insert into ringfence.roster (unit, name, hash, format, counts, synthetic,
        taken_in_by, taken_in_at)
      values (${unit}, 'March', ${by.length.toString().repeat(64)}, 'csv', '{}', false, ${ringfencePrincipal(by).person}, now())`;
    const held = sql`insert into ringfence.held_back (roster, line, written, said) select id, 2, 'x', 'y' from ringfence.roster`;

    it('is taken in by a sergeant or an inspector of the unit in their own name, and read by them', async () => {
      expect(await kept.tried('officer', roster('officer'))).toContain('row-level security');
      expect(await kept.tried('command', roster('command'))).toContain('row-level security');
      expect(await kept.tried('inspector', roster('inspector', 'Nowhere'))).toContain('row-level security');
      expect(await kept.tried('sergeant', roster('inspector'))).toContain('row-level security');
      expect(await kept.tried('sergeant', roster('sergeant'))).toBe('1 rows');
      const seen = sql<{ each: string }>`select name as each from ringfence.roster`;
      for (const who of ['sergeant', 'inspector'] as const) expect(await read(who, seen)).toEqual(['March']);
      for (const who of ['officer', 'analyst', 'visitor'] as const)
        expect([who, await read(who, seen)]).toEqual([who, []]);
      expect(await kept.tried('otherSergeant', held)).toContain('row-level security');
      expect(await kept.tried('sergeant', held)).toBe('1 rows');
      const settle = sql`update ringfence.held_back set settled_at = now(), settled_by = 'wardroom'`;
      expect(await kept.tried('inspector', settle)).toContain('row-level security');
    });
  });

  it('says whom they sign in as to themselves and to the line', async () => {
    const accounts = sql<{ each: string }>`select person as each from ringfence.account`;
    expect(await read('officer', accounts)).toEqual([ringfencePrincipal('officer').person]);
    expect((await read('sergeant', accounts)).length).toBeGreaterThan(5);
    expect((await read('inspector', accounts)).length).toBeGreaterThan(5);
    for (const who of ['analyst', 'unlinked', 'visitor'] as const) expect(await read(who, accounts)).toEqual([]);
  });
});
