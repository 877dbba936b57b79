import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNIT } from '../../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import {
  BUNHILL,
  type RingfencePerson,
  type RingfenceRecords,
  ringfencePrincipal,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { callAway } from '../absences/absence-service.ts';
import { totalsOf } from '../ledger/ledger-service.ts';
import type { Duty } from '../model.ts';
import { officerActing } from '../officers/officer-acting-service.ts';
import { readPostedOfficers } from '../officers/posted-officer-store.ts';
import { ownPlaces } from '../places/own-places-service.ts';
import { placeOf, placesOfUnit } from '../places/place-service.ts';
import { planDuty, removeDuty } from './duty-service.ts';

const AWAY = '6fa459ea-ee8a-4ca4-894e-db77e160355e';

describeStores('somebody who writes SQL as the application', (open) => {
  let opened: EmptyRecords;
  let kept: RingfenceRecords;
  let duty: Duty;
  let bunhill: number;
  beforeAll(async () => {
    opened = await open();
    kept = await ringfenceRecords(opened.database);
    const hours = { start: '07:00', end: '15:00', kind: 'ward' } as const;
    duty = await planDuty(kept.as('officer'), { officer: kept.officers['BLO-1'] ?? -1, day: '2026-03-09', ...hours });
    await planDuty(kept.as('elsewhere'), { officer: kept.officers['BUN-1'] ?? -1, day: '2026-03-09', ...hours });
    const order = {
      by: 'ward-sergeant',
      person: ringfencePrincipal('sergeant').person,
      at: null,
      reference: '',
    } as const;
    await callAway(kept.as('officer'), {
      id: AWAY,
      duty: duty.id,
      from: new Date('2026-03-09T10:00:00Z'),
      reason: 'custody',
      order,
    });
    bunhill = await opened.records.transaction().execute(async (trx) => {
      const { id } = await placeOf(trx, {
        unit: UNIT,
        boroughCode: 'E09000019',
        wardCode: BUNHILL,
        boundaryVersion: 'wards-2022',
      });
      return id;
    });
  });
  afterAll(() => opened.close());

  /** Lines of the officer's duty by account and minutes, with what is said otherwise. */
  const lines = (
    given: string,
    rest: { place?: number; duty?: number | null; absence?: string | null; by?: string } = {},
  ) => {
    const { place = duty.place, duty: of = duty.id, absence = null, by = ringfencePrincipal('officer').person } = rest;
    return sql`insert into ringfence.ledger_line (officer, place, month, day, post_class, duty, absence, account, minutes, synthetic,
        entered_by, entered_at)
      select ${duty.officer}, ${place}, '2026-03-01', '2026-03-09', 'floor', ${of}, ${absence}::uuid, line.account, line.minutes,
        false, ${by}, '2020-01-01' from (values ${sql.raw(given)}) as line (account, minutes)`;
  };

  describe('cannot make the ledger say what did not happen:', () => {
    it.each([
      ['more minutes than the duty has', "('presumed', 60)", {}, 'The ledger has 540 minutes of a duty of 480.'],
      ['kept time that nobody confirmed', "('presumed', -180), ('confirmed', 180)", {}, 'presumed where it is not'],
      ['an absence as kept', "('breach', -300), ('presumed', 300)", {}, 'time away is of an absence'],
      ['half of an absence', "('breach', -150)", { absence: AWAY }, 'The ledger has 330 minutes of a duty of 480.'],
      ['time away of no absence', "('presumed', -60), ('permitted', 60)", {}, 'time away is of an absence'],
      ['leave that nobody recorded', "('leave', 60)", { duty: null }, 'other minutes of leave'],
      ['kept time of no duty', "('confirmed', 480)", { duty: null }, 'A line of no duty is of an officer'],
    ] as const)('%s', async (_, given, rest, sentence) => {
      expect(await kept.tried('officer', lines(given, rest))).toContain(sentence);
    });

    it('an absence as kept time, taken back from its own line', async () => {
      const both = sql`with taken as (${lines("('breach', -300)", { absence: AWAY })}) ${lines("('presumed', 300)")}`;
      expect(await kept.tried('officer', both)).toContain('counts an absence for as long as it lasted');
    });

    it('minutes of another ward, and of another officer', async () => {
      const elsewhere = lines("('presumed', 60)", { place: bunhill });
      const both = sql`with taken as (${lines("('presumed', -60)")}) ${elsewhere}`;
      expect(await kept.tried('officer', both)).toContain('the officer, ward and day of its duty');
      const nothing = lines("('presumed', 60), ('presumed', -60)", { place: bunhill });
      expect(await kept.tried('officer', nothing)).toContain('the officer, ward and day of its duty');
      const by = ringfencePrincipal('colleague').person;
      expect(await kept.tried('colleague', lines("('presumed', 60)", { by }))).toContain('row-level security');
    });

    it('leave of another ward', async () => {
      const taken = lines("('leave', -60)", { duty: null });
      const both = sql`with taken as (${taken}) ${lines("('leave', 60)", { duty: null, place: bunhill })}`;
      expect(await kept.tried('officer', both)).toContain('other minutes of leave');
    });

    it('a line in the name of another, of Wardroom, or of another time', async () => {
      const nothing = "('presumed', 60), ('presumed', -60)";
      for (const by of ['wardroom', 'x', ringfencePrincipal('sergeant').person])
        expect(await kept.tried('officer', lines(nothing, { by }))).toContain('in the name of who enters it');
      expect(await kept.tried('officer', lines(nothing))).toBe('2 rows');
      expect(
        await kept.tried('officer', sql`select 1 from ringfence.ledger_line where entered_at < '2026-01-01'`),
      ).toBe('0 rows');
    });

    it('a line that is changed or taken away', async () => {
      expect(await kept.tried('sergeant', sql`update ringfence.ledger_line set minutes = 1`)).toContain(
        'permission denied',
      );
      expect(await kept.tried('sergeant', sql`delete from ringfence.ledger_line`)).toContain('permission denied');
    });
  });

  it('cannot write a duty into a ward the officer is not posted to, nor confirm in another’s name', async () => {
    const insert = (
      confirmed: string | null,
      place: number,
    ) => sql`insert into ringfence.duty (officer, place, post_class, kind, day,
        during, confirmed, confirmed_by, confirmed_at, synthetic)
      values (${duty.officer}, ${place}, 'floor', 'ward', '2026-03-11', '[2026-03-11T08:00Z,2026-03-11T16:00Z)', ${confirmed}::text,
        case when ${confirmed}::text is not null then 'x' end, case when ${confirmed}::text is not null then now() end, false)`;
    expect(await kept.tried('officer', insert(null, bunhill))).toContain('a ward that the officer is posted to');
    expect(await kept.tried('officer', insert('sergeant', duty.place))).toContain('in the name of who confirms it');
    const own = ringfencePrincipal('officer').person;
    const asSergeant = sql`update ringfence.duty set confirmed = 'sergeant', confirmed_by = ${own}, confirmed_at = now(),
      version = version + 1 where id = ${duty.id}`;
    expect(await kept.tried('officer', asSergeant)).toContain('in the name of who confirms it');
    const moved = sql`update ringfence.duty set day = '2026-03-10', version = version + 1 where id = ${duty.id}`;
    expect(await kept.tried('officer', moved)).toContain('Whose a duty is, and on which day, is not changed');
  });

  it('cannot change or remove a duty without keeping what it was', async () => {
    const planned = sql`update ringfence.duty set planned = null, version = version + 1 where id = ${duty.id}`;
    expect(await kept.tried('sergeant', planned)).toBe('What is changed or removed is kept as it was.');
    const removed = sql`delete from ringfence.duty where officer = ${kept.officers['BUN-1']}`;
    expect(await kept.tried('otherSergeant', removed)).not.toContain('rows');
    expect(await kept.tried('otherInspector', sql`delete from ringfence.duty where id = ${duty.id}`)).toBe('0 rows');
  });

  it('cannot confirm, change or remove a duty elsewhere that they ordered, nor say who did otherwise', async () => {
    const order = { by: 'ward-sergeant', person: null, at: null, reference: '' } as const;
    const worked = await planDuty(kept.as('inspector'), {
      ...{ officer: kept.officers['BLO-2'] ?? -1, day: '2026-03-08', start: '07:00', end: '15:00', kind: 'rest-day' },
      elsewhere: { reason: 'aid-force', order, event: null },
    });
    const set = (given: string) =>
      sql`update ringfence.duty set ${sql.raw(given)}, version = version + 1 where id = ${worked.id}`;
    const { person } = ringfencePrincipal('sergeant');
    const confirmed = `confirmed = 'sergeant', confirmed_by = '${person}', confirmed_at = now()`;
    const others = 'Whoever ordered a duty leaves it to somebody else to confirm or correct.';
    for (const given of [confirmed, "confirmed = 'roster'", 'during = planned', 'ordered_person = null'])
      expect(await kept.tried('sergeant', set(given))).toBe(others);
    expect(await kept.tried('sergeant', sql`delete from ringfence.duty where id = ${worked.id}`)).toBe(others);
    const another = sql`insert into ringfence.duty (officer, place, post_class, kind, day, during, confirmed, confirmed_by,
        confirmed_at, reason, ordered_by, ordered_person, synthetic)
      select officer, place, post_class, kind, day - 1, tstzrange(lower(during) - interval '1 day', upper(during) - interval '1 day'),
        'sergeant', ${person}, now(), reason, ordered_by, ordered_person, synthetic from ringfence.duty where id = ${worked.id}`;
    expect(await kept.tried('sergeant', another)).toBe(others);
    for (const given of ['ordered_person = null', "reason = 'training'"])
      expect(await kept.tried('inspector', set(given))).toBe(
        'What a duty is for and who ordered it is not changed: remove it and write another.',
      );
    await removeDuty(kept.as('inspector'), { id: worked.id, version: 1, because: 'It was another day.' });
  });

  it('cannot confirm what they ordered', async () => {
    const step = sql`insert into ringfence.absence_step (absence, number, step, after, done_by, done_at)
      values (${AWAY}, 2, 'confirmed', '{}', ${ringfencePrincipal('sergeant').person}, now())`;
    expect(await kept.tried('sergeant', step)).toContain('Whoever ordered an absence leaves it to somebody else');
  });

  it('cannot say which officer they are, nor can a sergeant say it of others', async () => {
    const link = (who: RingfencePerson) => sql`insert into ringfence.account
      values (${kept.officers['BUN-2']}, ${ringfencePrincipal(who).person}, ${ringfencePrincipal(who).person}, now())`;
    expect(await kept.tried('command', link('command'))).toContain('row-level security');
    expect(await kept.tried('unlinked', link('unlinked'))).toContain('row-level security');
    expect(await kept.tried('sergeant', link('unlinked'))).not.toContain('rows');
    expect(await kept.tried('command', link('unlinked'))).toContain('in the name of who links them');
    expect(await kept.tried('sergeant', sql`delete from ringfence.account`)).toBe('0 rows');
    const found = sql`select 1 where ringfence.person_called('officer@example.gov.uk', false) is not null`;
    expect(await kept.tried('sergeant', found)).toBe('0 rows');
    expect(await kept.tried('inspector', found)).toBe('1 rows');
  });

  it('cannot have a policy reach back', async () => {
    const propose = sql`insert into ringfence.policy (unit, version, in_force_from, content, hash, because, synthetic, proposed_by,
        proposed_at) values (${UNIT}, 1, '2026-01-01', '{}', ${'a'.repeat(64)}, 'B', false,
        ${ringfencePrincipal('command').person}, now())`;
    expect(await kept.tried('command', propose)).toContain('in force from a day that has not begun');
  });

  it.each([
    ['officer', 'Bloomsbury'],
    ['sergeant', 'Bloomsbury'],
    ['otherSergeant', 'Bunhill'],
    ['inspector', 'Bloomsbury Bunhill'],
    ['analyst', ''],
    ['visitor', ''],
  ] as const)('reads rows as a %s of: %s', async (who, wards) => {
    const seen = (table: string) => sql<{ name: string }>`select distinct area.name from ${sql.table(table)} as line
      join ringfence.place on place.id = line.place join geography.area on area.code = place.ward_code
        and area.version = place.boundary_version order by 1`;
    const rows = (table: string) =>
      kept
        .as(who)
        .records.transaction()
        .execute(async (trx) => (await seen(table).execute(trx)).rows.map(({ name }) => name).join(' '));
    for (const table of ['ringfence.duty', 'ringfence.ledger_line', 'ringfence.revision'])
      expect(await rows(table)).toBe(wards);
    expect(await rows('ringfence.absence')).toBe(wards.replace(' Bunhill', '').replace('Bunhill', ''));
  });

  it.each([
    ['analyst', 0],
    ['inspector', 960],
    ['sergeant', 480],
    ['officer', 0],
    ['visitor', 0],
  ] as const)('reads totals as a %s of %d minutes, even where they claim to be Wardroom', async (who, minutes) => {
    const sum = await kept
      .as(who)
      .records.transaction()
      .execute(async (trx) => {
        await sql`select set_config('wardroom.system', 'on', true)`.execute(trx);
        const places = (await placesOfUnit(trx, UNIT)).map(({ id }) => id);
        const totals = await totalsOf(trx, { places, from: '2026-03', to: '2026-03' });
        return totals.reduce((all, total) => all + total.minutes, 0);
      });
    expect(sum).toBe(minutes);
  });

  it('sees the postings of those whose duties they read, and of nobody else', async () => {
    const postings = (who: RingfencePerson | 'visitor') =>
      kept
        .as(who)
        .records.transaction()
        .execute(async (trx) => {
          await ownPlaces(trx, '2026-03-10');
          return (await readPostedOfficers(trx, Object.values(kept.officers))).length;
        });
    expect(await postings('officer')).toBe(1);
    expect(await postings('sergeant')).toBe(8);
    expect(await postings('otherSergeant')).toBe(4);
    expect(await postings('inspector')).toBe(14);
    expect(await postings('analyst')).toBe(0);
    expect(await postings('visitor')).toBe(0);
  });

  it('is the officer that they were linked with, and nobody else', async () => {
    const own = { officer: kept.officers['BLO-1'], reference: 'BLO-1', name: 'Ana Cole', unit: UNIT };
    expect(await officerActing(kept.as('officer'))).toEqual(own);
    for (const who of ['unlinked', 'analyst', 'visitor'] as const) expect(await officerActing(kept.as(who))).toBeNull();
  });
});
