import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { somebody } from '../../../test/builders/approvers.ts';
import { CHARTER } from '../../../test/builders/charter-samples.ts';
import { CAMDEN, ISLINGTON, personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { NotAllowed, type Principal } from '../../platform/access/index.ts';
import { canonicalJson, type Json } from '../../platform/audit/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Charter, Look } from '../model.ts';
import { amendmentThatWaits } from './amendment-that-waits.ts';
import { amendCharter, changeCharter, charterHistory, enterCharter, listCharters } from './charter-service.ts';
import { layCharter } from './lay-charter-service.ts';
import { courseOfCharter, decide, takeLook } from './looks-service.ts';
import { signCharter } from './sign-charter-service.ts';
import { verifyKeptCharter } from './verify-charter-service.ts';
import { shownOf } from './wording-in-force.ts';

const council = (letter: string, organisation: string, borough: string): Principal => ({
  ...(personWith('council', { unit: UNIT, borough, ward: null }, organisation) as Extract<
    Principal,
    { kind: 'person' }
  >),
  person: `person:${letter.repeat(16)}`,
});

const LOOK: Look = {
  ...{ month: '2031-03', percent: -4, asMuch: { moved: 4, of: 31 }, harmAt: 9, benefitAt: -12, rateFrom: 'lot' },
  ...{ modelRate: null, state: 'cannot tell', because: 'It is the last look.' },
};

describeStores('a charter of the records', (open) => {
  let opened: EmptyRecords;
  const at = (principal: Principal, now = '2026-03-10T12:00:00Z'): Platform =>
    testPlatform(opened.database, { principal, now: new Date(now) });
  const analyst = () => at(somebody('a', 'analyst'));
  const commander = () => at(somebody('b', 'command'));
  const camden = () => at(council('c', 'Camden Council', CAMDEN));
  const islington = () => at(council('d', 'Islington Council', ISLINGTON));
  const shown = async (name: string) => {
    const kept = await charterHistory(analyst(), name);
    return kept === null ? null : shownOf(kept);
  };
  const sign = async (platform: Platform, name: string, organisation: string, hash?: string) => {
    const standing = (await charterHistory(analyst(), name))?.wordings.at(-1)?.hash ?? '';
    return signCharter(platform, { name, organisation, hash: hash ?? standing, signedAs: 'Jane Roe, leader' });
  };
  beforeAll(async () => {
    opened = await open();
    const system = { ...testPlatform(opened.database), records: opened.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
  });
  afterAll(() => opened.close());

  it('is a draft until all have signed, then holds until all have signed an amendment', async () => {
    const { name } = CHARTER;
    const first = await enterCharter(analyst(), CHARTER);
    expect((await shown(name))?.standing).toBe('draft');
    await expect(enterCharter(analyst(), CHARTER)).rejects.toThrow('there already');
    const drafted = { ...CHARTER, seed: 2 };
    const seen = first.wordings[0]?.hash ?? '';
    const changed = await changeCharter(analyst(), { name, seen, json: drafted });
    await expect(changeCharter(analyst(), { name, seen, json: CHARTER })).rejects.toThrow('changed since you saw it');
    const hash = changed.wordings.at(-1)?.hash ?? '';

    await expect(sign(camden(), name, 'Camden Council', seen)).rejects.toThrow(seen.slice(0, 8));
    await sign(camden(), name, 'Camden Council');
    expect((await shown(name))?.standing).toBe('partly signed');
    await expect(sign(camden(), name, 'Camden Council')).rejects.toThrow('signed for Camden Council already');
    await expect(changeCharter(analyst(), { name, seen: hash, json: CHARTER })).rejects.toThrow('is an amendment');
    await sign(islington(), name, 'Islington Council');
    await sign(commander(), name, 'Metropolitan Police');
    expect(await shown(name)).toMatchObject({ standing: 'signed', hash, amendments: [] });

    const longer = { ...drafted, end: '2031-06', looks: ['2030-09', '2031-06'], benefits: [] };
    await expect(amendCharter(commander(), { name, seen: hash, json: longer, because: ' ' })).rejects.toThrow(
      'Say why',
    );
    const fewer = {
      ...longer,
      treated: [{ ...CHARTER.treated[0], areas: [CAMDEN] }],
      signatories: CHARTER.signatories.slice(0, 2),
    };
    await expect(amendCharter(commander(), { name, seen: hash, json: fewer, because: 'B' })).rejects.toThrow(
      'Islington Council was to sign and cannot be left out',
    );
    await amendCharter(commander(), { name, seen: hash, json: longer, because: 'Recruiting was late.' });
    const waiting = await shown(name);
    expect(waiting).toMatchObject({ standing: 'signed', hash, charter: { end: '2031-03' } });
    expect(waiting?.amendments[0]?.changed).toContain('The end (end): “2031-03” became “2031-06”.');
    expect(waiting === null ? null : amendmentThatWaits(waiting)?.missing).toHaveLength(3);
    await sign(camden(), name, 'Camden Council');
    await sign(islington(), name, 'Islington Council');
    expect((await shown(name))?.charter.end).toBe('2031-03');
    await sign(commander(), name, 'Metropolitan Police');
    const amended = await shown(name);
    expect(amended).toMatchObject({ standing: 'signed', charter: { end: '2031-06' } });
    expect(amended === null ? 0 : amendmentThatWaits(amended)).toBeNull();
    expect(amended?.signatures).toHaveLength(6);
  });

  it('is signed by who may sign for an organisation, and by nobody else', async () => {
    const name = 'who-signs';
    await enterCharter(analyst(), { ...CHARTER, name });
    const operator = at({ kind: 'operator', name: 'anna', as: null });
    await expect(sign(camden(), name, 'Islington Council')).rejects.toThrow(NotAllowed);
    await expect(sign(camden(), name, 'Metropolitan Police')).rejects.toThrow(NotAllowed);
    await expect(sign(commander(), name, 'Camden Council')).rejects.toThrow(NotAllowed);
    await expect(sign(analyst(), name, 'Metropolitan Police')).rejects.toThrow(NotAllowed);
    await expect(sign(operator, name, 'Camden Council')).rejects.toThrow('--as');
    await expect(sign(commander(), name, 'Transport for London')).rejects.toThrow('does not name Transport for London');
    const elsewhere = at({ kind: 'operator', name: 'anna', as: null });
    await expect(enterCharter(elsewhere, { ...CHARTER, name: 'elsewhere', unit: 'Central West' })).rejects.toThrow(
      'unit: these records hold no command unit "Central West"; they hold "Central North".',
    );
    await expect(enterCharter(camden(), { ...CHARTER, name: 'by-a-council' })).rejects.toThrow(NotAllowed);
    const hash = (await shown(name))?.hash ?? '';
    const amend = amendCharter(camden(), { name, seen: hash, json: { ...CHARTER, name, seed: 3 }, because: 'B' });
    await expect(amend).rejects.toThrow(NotAllowed);
    await expect(changeCharter(camden(), { name, seen: hash, json: CHARTER })).rejects.toThrow(NotAllowed);
  });

  it('is not signed once its pilot has started, and never where it is retrospective', async () => {
    const began = {
      ...{ ...CHARTER, name: 'began-2020', preFrom: '2018-04', end: '2021-03', looks: ['2020-09', '2021-03'] },
      ...{ treated: [{ ...CHARTER.treated[0], start: '2020-04' }], benefits: [] },
    };
    await enterCharter(analyst(), began);
    await expect(sign(camden(), began.name, 'Camden Council')).rejects.toThrow(
      'The pilot started in April 2020, and a charter is signed before its start',
    );
    // By the clock of the records, whatever the application's says.
    const early = at(council('c', 'Camden Council', CAMDEN), '2019-01-01T12:00:00Z');
    await expect(sign(early, began.name, 'Camden Council')).rejects.toThrow('by the clock of the records');

    const looking = { ...began, name: 'looked-back', kind: 'retrospective' };
    await enterCharter(analyst(), looking);
    await expect(sign(camden(), looking.name, 'Camden Council')).rejects.toThrow('retrospective');
    const hash = (await shown(looking.name))?.hash ?? '';
    await expect(
      changeCharter(analyst(), { name: looking.name, seen: hash, json: { ...looking, seed: 4 } }),
    ).rejects.toThrow('amendment');
    await amendCharter(commander(), { name: looking.name, seen: hash, json: { ...looking, seed: 4 }, because: 'B' });
    expect(await shown(looking.name)).toMatchObject({
      standing: 'retrospective',
      charter: { seed: 4 },
      amendments: [{ number: 1 }],
    });
    expect((await listCharters(camden())).map(({ name }) => name)).toContain('looked-back');
  });

  it('that was signed in time is amended later, and moves no start back', async () => {
    const name = 'signed-2019';
    const began = {
      ...({
        ...CHARTER,
        name,
        preFrom: '2018-04',
        end: '2021-03',
        looks: ['2020-09', '2021-03'],
        benefits: [],
      } as const),
      treated: [
        { name: 'Camden and Islington', areas: [CAMDEN, ISLINGTON], start: '2020-04', transitionMonths: 0 } as const,
      ],
    } satisfies Charter;
    const then = new Date('2019-11-01T12:00:00Z');
    await layCharter(
      { ...testPlatform(opened.database), records: opened.records },
      {
        ...{ charter: began, entered: { by: 'wardroom', at: then } },
        signatures: began.signatories.map(({ organisation }, at) => ({
          ...{ organisation, name: 'Jane Roe', signed: { by: `person:${at}`, at: then } },
        })),
      },
    );
    const hash = (await shown(name))?.hash ?? '';
    const back = {
      ...began,
      preFrom: '2016-01',
      treated: began.treated.map((each) => ({ ...each, start: '2017-01' })),
    };
    await expect(amendCharter(commander(), { name, seen: hash, json: back, because: 'B' })).rejects.toThrow(
      `treated: ${CAMDEN} would start in 2017-01, before this amendment is written`,
    );
    await amendCharter(commander(), { name, seen: hash, json: { ...began, seed: 8 }, because: 'B' });
    await sign(camden(), name, 'Camden Council');
    await sign(islington(), name, 'Islington Council');
    await sign(commander(), name, 'Metropolitan Police');
    expect(await shown(name)).toMatchObject({ standing: 'signed', charter: { seed: 8 }, amendments: [{ number: 1 }] });
  });

  it('is not read with what is no charter in it, goes on after it, and says so', async () => {
    const name = 'with-a-stray';
    const entered = await enterCharter(analyst(), { ...CHARTER, name });
    const { hash } = entered.wordings[0] ?? { hash: '' };
    const content = canonicalJson({ ...CHARTER, name, seed: -1 } as unknown as Json);
    await sql`insert into evaluation.wording (charter, number, amendment, content, hash, previous, because, changed,
        written_by, written_at)
      values (${entered.id}, 2, null, ${content}, encode(sha256(convert_to(${content}, 'UTF8')), 'hex'), ${hash}, '', '[]',
        'person:x', now())`.execute(opened.records);
    expect(await charterHistory(analyst(), name)).toMatchObject({
      ...{ wordings: [{ number: 1 }], unreadable: [{ number: 2 }] },
    });
    expect(await verifyKeptCharter(analyst(), name)).toMatchObject({
      ...{ kind: 'tampered', because: expect.stringContaining('Wording 2 of with-a-stray cannot be read') },
    });
    const again = await changeCharter(analyst(), { name, seen: hash, json: { ...CHARTER, name, seed: 5 } });
    expect(again.wordings.map(({ number }) => number)).toEqual([1, 3]);
    expect((await shown(name))?.charter.seed).toBe(5);
  });

  describe('in its course', () => {
    const name = 'looked-back';
    const found = (look: Look) => ({
      ...{ name, panelHash: 'a'.repeat(64), vintage: 'May 2022' },
      found: [{ group: 'Camden and Islington', measure: 'burglary', look }],
    });

    it('keeps each look once, in months that it names and that are over', async () => {
      await takeLook(analyst(), found({ ...LOOK, month: '2021-03' }));
      expect(await takeLook(analyst(), found({ ...LOOK, month: '2021-03' }))).toHaveLength(1);
      await expect(takeLook(analyst(), found({ ...LOOK, month: '2021-02' }))).rejects.toThrow('no such look');
      await expect(takeLook(analyst(), { ...found(LOOK), name: CHARTER.name })).rejects.toThrow('is not over');
      await expect(takeLook(analyst(), { ...found(LOOK), name: 'who-signs' })).rejects.toThrow('not in force');
      await expect(takeLook(camden(), found({ ...LOOK, month: '2021-03' }))).rejects.toThrow(NotAllowed);
    });

    it('keeps what its signatories decided after a look, and why', async () => {
      const decision = {
        ...{ name, afterLook: '2021-03', decided: 'stop', bodies: ['Camden Council'], reason: 'R' },
        ...{ decidedOn: '2021-05-04', recordedAs: 'Morgan Roe, commander' },
      };
      await decide(commander(), decision);
      for (const [wrong, sentence] of [
        [{ afterLook: '2021-02' }, 'Choose a look that was taken: 2021-03'],
        [{ afterLook: '2020-09' }, 'Choose a look that was taken: 2021-03'],
        [{ recordedAs: ' ' }, 'Give your name and office'],
        [{ decided: 'wait' }, 'Choose stop'],
        [{ bodies: [' '] }, 'at least one organisation'],
        [{ bodies: ['The public'] }, 'not among the signatories'],
        [{ reason: ' ' }, 'Say why'],
        [{ decidedOn: '2021-03-31' }, 'comes after that month'],
        [{ decidedOn: '2027-01-01' }, 'cannot lie in the future'],
        [{ decidedOn: 'May' }, 'Give the day'],
      ] as const)
        await expect(decide(commander(), { ...decision, ...wrong }), sentence).rejects.toThrow(sentence);
      await expect(decide(camden(), decision)).rejects.toThrow(NotAllowed);
      const course = await courseOfCharter(analyst(), name);
      expect([course?.looks.length, course?.decisions.length]).toEqual([1, 1]);
    });
  });
});
