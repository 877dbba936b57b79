import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { personId, somebody } from '../../test/builders/approvers.ts';
import { CHARTER } from '../../test/builders/charter-samples.ts';
import { CAMDEN, personWith, UNIT } from '../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../test/builders/records.ts';
import { testPlatform } from '../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import { canonicalJson, type Json } from '../platform/audit/index.ts';
import type { Platform } from '../platform/platform.ts';
import { charterHash } from './charter/charter-hash-service.ts';
import { amendCharter, charterHistory, enterCharter } from './charter/charter-service.ts';
import { signCharter } from './charter/sign-charter-service.ts';
import type { Charter } from './model.ts';

const STRANGER = personId('f');
const LONG_AGO = '1990-01-01T00:00:00Z';
const BEGAN: Charter = {
  ...CHARTER,
  ...{ name: 'began-2020', preFrom: '2018-04', end: '2021-03', looks: ['2020-09', '2021-03'], benefits: [] },
  treated: [{ name: 'Camden and Islington', areas: [CAMDEN], start: '2020-04', transitionMonths: 0 }],
};
const POLICE = { body: 'police', borough: null } as const;
const LOOKED: Charter = { ...BEGAN, name: 'looked-back', kind: 'retrospective' };

/** A look as the records take it, beside its month. */
const FOUND = {
  ...{ percent: 1, asMuch: { moved: 4, of: 31 }, harmAt: null, benefitAt: null, rateFrom: 'lot', modelRate: null },
  ...{ state: 'continue', because: 'B' },
};

/** What somebody who writes SQL past the services may not make of a charter. */
describeStores('rows of charters written past the services', (open) => {
  let opened: EmptyRecords;
  let analyst: Platform;
  let commander: Platform;
  let camden: Platform;
  const ids: Record<string, number> = {};
  beforeAll(async () => {
    opened = await open();
    const system = { ...testPlatform(opened.database), records: opened.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    analyst = testPlatform(opened.database, { principal: somebody('a', 'analyst') });
    commander = testPlatform(opened.database, { principal: somebody('b', 'command') });
    const scope = { unit: UNIT, borough: CAMDEN, ward: null };
    camden = testPlatform(opened.database, { principal: personWith('council', scope, 'Camden Council') });
    for (const charter of [CHARTER, BEGAN, LOOKED]) ids[charter.name] = (await enterCharter(analyst, charter)).id;
  });
  afterAll(() => opened.close());

  const rows = async (query: RawBuilder<unknown>, by: Platform) =>
    (await by.records.transaction().execute((trx) => query.execute(trx))).rows;
  const refusal = (query: RawBuilder<unknown>, by: Platform): Promise<string> =>
    rows(query, by).then(
      () => 'it was kept',
      (error: { constraint?: string; message: string }) => error.constraint || error.message,
    );
  const byOf = ({ principal }: Platform) => (principal.kind === 'person' ? principal.person : '');

  const signature = (
    by: Platform,
    given: { of?: Charter; wording?: number; hash?: string; organisation?: string; person?: string } = {},
  ) => {
    const {
      of = CHARTER,
      wording = 1,
      hash = charterHash(of),
      organisation = 'Camden Council',
      person = byOf(by),
    } = given;
    return sql`insert into evaluation.signature (charter, wording, hash, organisation, name, signed_by, signed_at)
      values (${ids[of.name]}, ${wording}, ${hash}, ${organisation}, 'Jane Roe', ${person}, ${LONG_AGO})
      returning extract(year from signed_at)::int as year`;
  };
  const wording = (
    charter: Charter,
    given: { number: number; amendment?: number; previous?: string; hash?: string; of?: string; by?: string },
  ) => {
    const { number, amendment = null, previous = charterHash(CHARTER), of = charter.name, by = byOf(analyst) } = given;
    const { hash = charterHash(charter) } = given;
    return sql`insert into evaluation.wording (charter, number, amendment, content, hash, previous, because, changed, written_by, written_at)
      values (${ids[of]}, ${number}, ${amendment}, ${canonicalJson(charter as unknown as Json)}, ${hash}, ${previous},
        ${amendment === null ? '' : 'B'}, '[]', ${by}, ${LONG_AGO})`;
  };

  it('takes a wording only as the next, with the hash of its content and of the one before, by who acts', async () => {
    const next = { ...CHARTER, seed: 9 };
    for (const [query, rule] of [
      [wording(next, { number: 2, hash: charterHash(CHARTER) }), 'worded_in_order'],
      [wording(next, { number: 2, hash: 'a'.repeat(64) }), 'hash_of_the_content'],
      [wording(next, { number: 3 }), 'worded_in_order'],
      [wording(next, { number: 2, previous: 'a'.repeat(64) }), 'worded_in_order'],
      [wording(next, { number: 2, amendment: 1 }), 'amended_once_signed'],
      [wording({ ...next, kind: 'retrospective' }, { number: 2 }), 'wording_of_the_charter'],
      [wording({ ...next, unit: 'Central East' }, { number: 2 }), 'wording_of_the_charter'],
      [wording({ ...next, signatories: [] }, { number: 2 }), 'all_concerned_sign'],
      [wording({ ...next, signatories: CHARTER.signatories.slice(0, 2) }, { number: 2 }), 'all_concerned_sign'],
      [
        wording(
          { ...next, signatories: [...CHARTER.signatories, { organisation: 'Hackney Council', ...POLICE }] },
          { number: 2 },
        ),
        'all_concerned_sign',
      ],
      [
        wording({ ...next, signatories: CHARTER.signatories.map((each) => ({ ...each, ...POLICE })) }, { number: 2 }),
        'all_concerned_sign',
      ],
      [wording({ ...next, looks: ['soon'] } as never, { number: 2 }), 'wording_of_the_charter'],
      [wording({ ...next, more: 1 } as never, { number: 2 }), 'wording_of_the_charter'],
      [wording({ ...next, outcomes: [{ measure: 'burglary' }] } as never, { number: 2 }), 'wording_of_the_charter'],
      [wording(next, { number: 2, by: STRANGER }), 'worded_by_who_acts'],
      [wording({ ...LOOKED, seed: 9 }, { number: 2, previous: charterHash(LOOKED) }), 'amended_once_signed'],
      [
        wording({ ...LOOKED, seed: 9 }, { number: 2, amendment: 1, previous: charterHash(LOOKED) }),
        'worded_by_who_acts',
      ],
    ] as const)
      expect(await refusal(query, analyst), rule).toBe(rule);
    expect(await refusal(wording(next, { number: 2, by: byOf(camden) }), camden)).toContain('row-level security');
  });

  it('takes a charter only with a wording, real and by who acts', async () => {
    const charter = (by: string, synthetic: boolean) =>
      sql`insert into evaluation.charter (unit, name, kind, synthetic, entered_by, entered_at)
        values (${UNIT}, 'forged', 'prospective', ${synthetic}, ${by}, ${LONG_AGO})`;
    expect(await refusal(charter(byOf(analyst), false), analyst)).toBe('entered_with_its_wording');
    expect(await refusal(charter(STRANGER, false), analyst)).toBe('entered_by_who_acts');
    expect(await refusal(charter(byOf(analyst), true), analyst)).toBe('made_up_in_the_demonstration');
  });

  it('takes a signature only in time, of what stands, by who may sign for the organisation, once', async () => {
    const own = testPlatform(opened.database, { principal: { kind: 'operator', name: 'anna', as: null } });
    for (const [by, given, rule] of [
      [camden, { hash: 'a'.repeat(64) }, 'what_stands_is_signed'],
      [camden, { wording: 2 }, 'what_stands_is_signed'],
      [camden, { organisation: 'Islington Council' }, 'signed_by_who_may'],
      [camden, { organisation: 'Metropolitan Police' }, 'signed_by_who_may'],
      [camden, { organisation: 'The public' }, 'signed_by_a_signatory'],
      [camden, { person: STRANGER }, 'signed_by_who_may'],
      [commander, {}, 'signed_by_who_may'],
      [own, { person: 'cli:anna' }, 'signed_by_who_may'],
      [camden, { of: BEGAN }, 'signed_before_the_start'],
      [camden, { of: LOOKED }, 'retrospective_is_never_signed'],
    ] as const)
      expect(await refusal(signature(by, given), by), rule).toBe(rule);
    expect(await refusal(signature(analyst), analyst)).toBe('signed_by_who_may');
    const [kept] = await rows(signature(camden), camden);
    expect((kept as { year: number }).year).toBeGreaterThan(2000);
    expect(await refusal(signature(camden), camden)).toBe('signature_pkey');
  });

  it('amends what was signed with everybody who was to sign, and signs nothing older', async () => {
    const fewer = { ...CHARTER, signatories: CHARTER.signatories.slice(0, 2) };
    const by = byOf(commander);
    expect(await refusal(wording({ ...CHARTER, seed: 9 }, { number: 2 }), analyst)).toBe('amended_once_signed');
    const back = { ...CHARTER, treated: CHARTER.treated.map((each) => ({ ...each, start: '2017-01' as const })) };
    expect(await refusal(wording(back, { number: 2, amendment: 1, by }), commander)).toBe('no_start_is_moved_back');
    // A council less, with its area, or turned into another body; and a start that looks as if it had been agreed.
    const without = { ...fewer, treated: [{ ...CHARTER.treated[0], areas: [CAMDEN] }] } as Charter;
    const turned = {
      ...without,
      signatories: [{ organisation: 'Islington Council', body: 'council', borough: 'E09000014' }, ...fewer.signatories],
    } as Charter;
    for (const wrong of [without, turned])
      expect(await refusal(wording(wrong, { number: 2, amendment: 1, by }), commander)).toBe('nobody_is_left_out');
    const asked = { name: CHARTER.name, seen: charterHash(CHARTER), json: { ...CHARTER, seed: 9 }, because: 'B' };
    await amendCharter(commander, asked);
    expect(await refusal(signature(commander, { organisation: 'Metropolitan Police' }), commander)).toBe(
      'what_stands_is_signed',
    );
    const hash = charterHash({ ...CHARTER, seed: 9 });
    await signCharter(camden, { name: CHARTER.name, organisation: 'Camden Council', hash, signedAs: 'Jane Roe' });
    expect((await charterHistory(analyst, CHARTER.name))?.signatures).toHaveLength(2);
  });

  it('takes looks and decisions only of what is in force, in months that were', async () => {
    const look = (of: string, month: string, found: object = {}) =>
      sql`insert into evaluation.look_taken (charter, wording, treated_group, measure, month, found, panel_hash, vintage, taken_by, taken_at)
        values (${ids[of]}, 1, 'Camden and Islington', 'burglary', ${month}, ${JSON.stringify({ month, ...FOUND, ...found })}::jsonb,
          ${'a'.repeat(64)}, 'V', ${byOf(analyst)}, ${LONG_AGO})`;
    expect(await refusal(look(CHARTER.name, '2030-09'), analyst)).toBe('looked_as_agreed');
    expect(await refusal(look(LOOKED.name, '2020-10'), analyst)).toBe('looked_as_agreed');
    for (const wrong of [
      ...[{ state: 'it works' }, { asMuch: 4 }, { asMuch: { moved: 1 } }, { harmAt: 'far' }, { benefitAt: undefined }],
      ...[{ rateFrom: 'nowhere' }, { modelRate: 'x' }, { percent: null }, { because: null }, { month: '2021-03' }],
    ])
      expect(await refusal(look(LOOKED.name, '2020-09', wrong), analyst), JSON.stringify(wrong)).toBe('found_in_words');
    const decision = (given: { look?: string; bodies?: unknown; on?: string; by?: string }) => {
      const { look: after = '2020-09', bodies = ['Camden Council'], on = '2020-11-01', by = byOf(commander) } = given;
      return sql`insert into evaluation.decision (charter, after_look, decided, bodies, reason, decided_on, recorded_as, written_by, written_at)
        values (${ids[LOOKED.name]}, ${after}, 'stop', ${JSON.stringify(bodies)}::jsonb, 'R', ${on}::date, 'M', ${by}, ${LONG_AGO})`;
    };
    expect(await refusal(decision({}), commander), 'no look was taken').toBe('decided_after_a_look');
    expect(await refusal(look(LOOKED.name, '2020-09'), analyst)).toBe('it was kept');
    expect(await refusal(decision({ look: '2021-03' }), commander)).toBe('decided_after_a_look');
    for (const bodies of [[], ['The public'], [7], 'Camden Council'])
      expect(await refusal(decision({ bodies }), commander), JSON.stringify(bodies)).toBe('decided_by_its_bodies');
    for (const on of ['2020-09-30', '2999-01-01'])
      expect(await refusal(decision({ on }), commander)).toBe('decided_when_it_was');
    expect(await refusal(decision({ by: STRANGER }), commander)).toBe('written_by_who_acts');
    expect(await refusal(decision({}), analyst)).not.toBe('it was kept');
  });

  it('keeps all of it from readers, and as it was written from everybody, Wardroom itself included', async () => {
    const visitor = testPlatform(opened.database, { principal: { kind: 'visitor' } });
    for (const table of ['charter', 'wording', 'signature', 'look_taken', 'decision']) {
      expect(await rows(sql`select from evaluation.${sql.raw(table)}`, visitor)).toEqual([]);
      expect(await refusal(sql`delete from evaluation.${sql.raw(table)}`, commander)).toContain('permission denied');
    }
    expect(await refusal(sql`update evaluation.wording set because = 'x'`, analyst)).toContain('permission denied');
    const itself = sql`update evaluation.wording set because = 'x'`.execute(opened.records);
    await expect(itself).rejects.toThrow('never changed');
  });
});
