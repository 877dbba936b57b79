import { afterAll, beforeAll, expect, it } from 'vitest';
import { CAMDEN, UNIT } from '../../../test/builders/each-principal.ts';
import { holdFigures } from '../../../test/builders/held-figures.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { enterLines, placeOfTest } from '../../../test/builders/ringfence-ledger.ts';
import { BLOOMSBURY, type RingfenceRecords, ringfenceRecords } from '../../../test/builders/ringfence-records.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import type { Platform } from '../../platform/platform.ts';
import { reportCommands } from './report-commands.ts';

describeStores('the report at the command line', (open) => {
  let opened: EmptyRecords;
  let made: RingfenceRecords;
  let system: Platform;
  beforeAll(async () => {
    opened = await open();
    made = await ringfenceRecords(opened.database, { now: new Date('2025-11-10T09:00:00Z') });
    system = made.system;
    await placeOfTest(opened.records, BLOOMSBURY, CAMDEN);
    const line = (who: string, day: string) => ({
      officer: made.officers[who] ?? 0,
      ward: BLOOMSBURY,
      day,
      minutes: 3000,
      postClass: who.endsWith('-P') ? ('pcso' as const) : ('floor' as const),
    });
    const people = ['BLO-1', 'BLO-2', 'BLO-P'];
    await enterLines(opened.records, [
      ...people.map((who) => ({ ...line(who, '2025-09-05'), account: 'confirmed' as const })),
      ...people.map((who) => ({ ...line(who, '2025-10-06'), account: 'confirmed' as const })),
      ...people.map((who) => ({
        ...{ ...line(who, '2025-10-07'), account: 'permitted' as const },
        ...{ reason: 'training' as const, orderedBy: 'training-unit' as const },
      })),
      {
        ...{ ...line('BLO-1', '2025-10-08'), account: 'breach' as const },
        ...{ reason: 'custody' as const, orderedBy: 'duty-inspector' as const },
      },
    ]);
  });
  afterAll(() => opened.close());
  const run = (platform: Platform, ...args: string[]) =>
    runCommands(
      (program, openPlatform, output) => {
        const ringfence = program.command('ringfence');
        reportCommands(ringfence, {
          open: openPlatform,
          openSystem: async () => ({ platform: system, close: async () => {} }),
          output,
        });
      },
      platform,
      ['ringfence', ...args],
    );

  it('gives live figures to who sees them, in the words and fields of the issue', async () => {
    const said = await run(made.as('inspector'), 'report', '--unit', 'central north', '--month', '2025-10', '--json');
    expect(said.json).toMatchObject({
      ...{ area: UNIT, month: '2025-10', complete: false, published: null },
      policy: { title: 'Training and own-case court permitted' },
      total: {
        availableMinutes: 7 * 3000,
        permittedMinutes: 3 * 3000,
        breachMinutes: 3000,
        literalBreachMinutes: 4 * 3000,
      },
      yearSoFar: { from: '2025-04', months: 2, availableMinutes: 10 * 3000 },
    });
    expect((said.json as { wards: object[] }).wards).toContainEqual(
      expect.objectContaining({
        ...{ code: BLOOMSBURY, postClass: 'floor', confirmedMinutes: 6000, presumedMinutes: 0, exceptionMinutes: 0 },
        ...{ permittedMinutes: 6000, breachMinutes: 3000, unruledMinutes: 0, availableMinutes: 15_000 },
        byReason: [
          { reason: 'training', ruling: 'permitted', minutes: 6000 },
          { reason: 'custody', ruling: 'breach', minutes: 3000 },
        ],
      }),
    );
    const words = (await run(made.as('inspector'), 'report', '--month', '2025-10', '--ward', BLOOMSBURY)).lines.join(
      ' ',
    );
    expect(words).toContain(
      'Bloomsbury, October 2025. Of 350.0 hours of ward duty 57.1 % were spent elsewhere; 50.0 hours',
    );
    expect(words).toContain('By the literal reading of 2017 200.0 hours would be breaches.');
  });

  it('gives what is public to everybody else, once it is closed, in the columns of the Datastore too', async () => {
    const before = await run(made.as('visitor'), 'report', '--month', '2025-10');
    expect(before).toMatchObject({ lines: [], exitCode: 2, opened: 1, closed: 1 });
    expect(before.errors[0]).toContain('Nothing is public of 2025-10 yet');
    const empty = await run(made.as('inspector'), 'export', '--from', '2025-10', '--to', '2025-10');
    expect(empty.lines[0]?.split('\n')).toHaveLength(1);

    expect((await run(system, 'close')).lines).toEqual([
      'Central North, 2025-09: closed.',
      'Central North, 2025-10: closed.',
    ]);
    expect((await run(system, 'close')).lines).toEqual(['No month is due.']);
    const csv = (await run(made.as('visitor'), 'export', '--from', '2025-10', '--to', '2025-10')).lines.join('\n');
    const rows = csv.split('\n').map((row) => row.split(','));
    expect(rows[0]?.slice(0, 9)).toEqual([
      ...['Month', 'BCU', 'Borough', 'Borough Code', 'Team', 'Ward Codes', 'Abstracted from Duty'],
      ...['Abstraction Type', 'Abstracted Minutes'],
    ]);
    const camden = rows.filter((row) => row[2] === 'Camden').map((row) => row.slice(6, 10));
    expect(camden).toEqual([
      ['No', 'Not Abstracted', '9000', '21000'],
      // Of one ward alone they would be that ward's reasons.
      ['Yes', 'Not Shown', '12000', '21000'],
    ]);
    const words = (await run(made.as('visitor'), 'report', '--month', '2025-10')).lines.join('\n');
    expect(words).toContain('Public since 2025-11-10, revision 1');
    const table = (await run(made.as('visitor'), 'report', '--month', '2025-10', '--csv')).lines.join('\n');
    expect(table).toMatch(/2025-10,Central North,E05013653,Bloomsbury,floor pcso,\d+,0,0,21000,9000,0,0,9000,3000,0,/);
  });

  it('says in one sentence what is wrong with what was asked', async () => {
    const nowhere = await run(made.as('visitor'), 'report', '--unit', 'Nowhere');
    expect(nowhere).toMatchObject({ exitCode: 2, errors: [expect.stringContaining('no command unit "Nowhere"')] });
    const both = await run(made.as('visitor'), 'report', '--borough', 'Camden', '--ward', BLOOMSBURY);
    expect(both.errors).toEqual(['Ask for a borough or for a ward, not for both.']);
    expect((await run(made.as('visitor'), 'report', '--month', 'October')).exitCode).toBe(2);
    const ahead = await run(made.as('inspector'), 'report', '--month', '2027-10');
    expect([ahead.exitCode, ahead.errors]).toEqual([2, ['October 2027 has not begun.']]);
    const twice = await run(made.as('inspector'), 'report', '--month', '2025-10', '--json', '--csv');
    expect([twice.exitCode, twice.errors]).toEqual([2, ['Ask for --json or for --csv, not for both.']]);
    const turned = await run(made.as('visitor'), 'export', '--from', '2026-10', '--to', '2026-01');
    expect([turned.exitCode, turned.lines, turned.errors.length]).toEqual([1, [], 1]);
    const none = (await run(made.as('inspector'), 'report', '--month', '2024-02')).lines.join(' ');
    expect(none).toContain('February 2024: no duty is recorded');
    expect(none).not.toContain('literal');
    const cell = (category: string) => ({ category, areaCode: CAMDEN, boundaryVersion: 'boroughs-2022' as const });
    await holdFigures(
      opened.records,
      ['dwo/not-abstracted', 'dwo/abstracted/training'].map((each) => ({
        ...{ ...cell(each), publisher: 'dwo', firstMonth: '2024-02' as const, values: [600] },
      })),
      { vintage: 'minutes', kind: 'mps-ward' },
    );
    for (const who of ['inspector', 'visitor'] as const) {
      const words = (await run(made.as(who), 'report', '--month', '2024-02')).lines.join(' ').replaceAll(/\s+/g, ' ');
      expect(words).toContain('(vintage minutes), by borough and by type, not ruled: see /ringfence?month=2024-02.');
    }
  });
});
