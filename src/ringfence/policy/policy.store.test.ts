import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UNIT } from '../../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { type RingfenceRecords, ringfenceRecords } from '../../../test/builders/ringfence-records.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import { adoptPolicy, declinePolicy, type Proposed, proposePolicy } from './decide-policy-service.ts';
import { PERMITTED_DEFAULT } from './permitted-default.ts';
import { policyCommands } from './policy-commands.ts';
import { policiesOf, policyTimeline } from './policy-service.ts';

describeStores('policies of a unit', (open) => {
  let opened: EmptyRecords;
  let kept: RingfenceRecords;
  beforeAll(async () => {
    opened = await open();
    kept = await ringfenceRecords(opened.database);
  });
  afterAll(() => opened.close());

  const proposal = (rest: Partial<Proposed> = {}): Proposed => ({
    unit: UNIT,
    inForceFrom: '2190-04-01',
    policy: { ...PERMITTED_DEFAULT.policy, title: 'Training is a breach' },
    because: 'Decided by the unit’s command.',
    ...rest,
  });
  const timeline = () => kept.system.records.transaction().execute((trx) => policyTimeline(trx, UNIT));
  const reentries = async () =>
    (
      await sql<{
        first: string;
        last: string | null;
      }>`select first_day as first, last_day as last from ringfence.reentry
        order by id`.execute(opened.records)
    ).rows;

  it('are proposed by one, adopted by another, and public from then on', async () => {
    const proposed = await proposePolicy(kept.as('command'), proposal());
    expect(proposed).toMatchObject({ version: 1, adoptedAt: null, policy: { title: 'Training is a breach' } });
    expect(proposed.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await policiesOf(kept.as('visitor'), UNIT)).toEqual([]);
    expect(await policiesOf(kept.as('sergeant'), UNIT)).toHaveLength(1);
    expect(await timeline()).toEqual([]);
    const { id } = proposed;
    await expect(adoptPolicy(kept.as('command'), { unit: UNIT, id })).rejects.toThrow(
      'A policy is adopted by somebody else than who proposed it',
    );
    const adopted = await adoptPolicy(kept.as('secondCommand'), { unit: UNIT, id });
    expect(adopted.adoptedBy).not.toBe(adopted.proposedBy);
    expect((await policiesOf(kept.as('visitor'), UNIT)).map(({ version }) => version)).toEqual([1]);
    expect((await timeline()).map((each) => each.inForceFrom)).toEqual(['2190-04-01']);
    expect(await reentries()).toEqual([{ first: '2190-04-01', last: null }]);
    await expect(adoptPolicy(kept.as('secondCommand'), { unit: UNIT, id })).rejects.toThrow(
      'adopted or declined already',
    );
  });

  it('have duties ruled anew from their first day to the day before the next policy’s, and no others', async () => {
    const { id } = await proposePolicy(kept.as('command'), proposal({ inForceFrom: '2190-01-01' }));
    await adoptPolicy(kept.as('secondCommand'), { unit: UNIT, id });
    expect((await reentries()).at(-1)).toEqual({ first: '2190-01-01', last: '2190-03-31' });
  });

  it('never reach back: neither by the page’s clock nor by the records’', async () => {
    const refused = (inForceFrom: string) => proposePolicy(kept.as('command'), proposal({ inForceFrom }));
    await expect(refused('2026-03-10')).rejects.toThrow('from a day that has not begun');
    // The clock of the test stands in March 2026; that of the records goes on.
    await expect(refused('2026-03-11')).rejects.toThrow('from a day that has not begun');
    await expect(refused('next week')).rejects.toThrow('Write the first day as');
  });

  it('are declined for good, by whoever proposed them too', async () => {
    const { id } = await proposePolicy(kept.as('command'), proposal({ inForceFrom: '2191-01-01' }));
    const declined = await declinePolicy(kept.as('command'), { unit: UNIT, id });
    expect([declined.adoptedAt, declined.declinedAt === null]).toEqual([null, false]);
    await expect(adoptPolicy(kept.as('secondCommand'), { unit: UNIT, id })).rejects.toThrow('declined already');
    expect((await timeline()).map((each) => each.inForceFrom)).not.toContain('2191-01-01');
  });

  it('are not decided by whoever is not of command, of another unit, or without saying why', async () => {
    await expect(proposePolicy(kept.as('inspector'), proposal())).rejects.toThrow();
    await expect(proposePolicy(kept.as('command'), proposal({ because: ' ' }))).rejects.toThrow('Say why');
    const strange = {
      ...PERMITTED_DEFAULT.policy,
      rulings: { ...PERMITTED_DEFAULT.policy.rulings, custody: 'exception' },
    };
    await expect(
      proposePolicy(kept.as('command'), proposal({ policy: strange as Proposed['policy'] })),
    ).rejects.toThrow('It is no policy');
    await expect(adoptPolicy(kept.as('command'), { unit: UNIT, id: 999_999 })).rejects.toThrow('no such policy');
  });

  it('are told by the command line, with the calendar', async () => {
    const run = (args: string[]) =>
      runCommands((program, at, output) => policyCommands(program, at, output), kept.as('visitor'), args);
    const now = await run(['policy', '--unit', 'central north', '--as-at', '2026-03-10']);
    expect(now.lines[0]).toBe(
      'Central North on 10 March 2026: “Training and own-case court permitted”, in force from 1 January 2017: shipped with Wardroom, until the unit adopts another.',
    );
    expect(now.lines.find((line) => line.startsWith('Training '))).toMatch(/Permitted +Breach$/);
    const later = await run(['policy', '--as-at', '2190-04-01', '--json']);
    expect(later.json).toMatchObject({
      unit: 'Central North',
      inForce: { version: 1, policy: { title: 'Training is a breach' } },
      literal: { policy: { title: 'The literal reading of 2017' } },
    });
    const calendar = await run(['calendar']);
    expect(calendar.lines).toContain('Notting Hill Carnival 2026: 30 and 31 August 2026. On the calendar.');
    expect(await run(['policy', '--unit', 'Atlantis'])).toMatchObject({ exitCode: 1, closed: 1 });
    expect(await run(['policy', '--as-at', '2026-02-30'])).toMatchObject({ exitCode: 2, opened: 0 });
  });

  it('are never changed once adopted, whoever writes SQL as they may', async () => {
    const change = kept
      .as('secondCommand')
      .records.transaction()
      .execute((trx) => sql`update ringfence.policy set declined_at = now() where version = 1`.execute(trx));
    await expect(change).rejects.toThrow('stays so');
    const rewrite = kept
      .as('secondCommand')
      .records.transaction()
      .execute((trx) => sql`update ringfence.policy set in_force_from = '2020-01-01' where version = 1`.execute(trx));
    await expect(rewrite).rejects.toThrow('permission denied');
  });
});
