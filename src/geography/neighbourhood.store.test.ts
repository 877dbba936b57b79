import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../test/builders/import-desk.ts';
import { describeStores } from '../../test/builders/records.ts';
import { runCommands } from '../../test/builders/run-commands.ts';
import { importFiles, revertImport } from '../sources/service.ts';
import { areaCommands } from './commands.ts';
import { neighbourhoodsHeld } from './neighbourhood-store.ts';
import { neighbourhoodParts } from './service.ts';

const ABOUT = 'metropolitan/E05013669N';
const priorities = (issue: string, day: string) =>
  JSON.stringify([{ issue: `<p>${issue}</p>`, 'issue-date': `${day}T00:00:00` }]);
const TEAM = JSON.stringify([{ name: 'A. Officer', rank: 'PC', bio: null, contact_details: { telephone: '101' } }]);

describeStores('neighbourhoods', (open) => {
  let desk: ImportDesk;
  beforeEach(async () => {
    desk = await openImportDesk(await open());
  });
  afterEach(() => desk.close());

  const give = async (name: string, content: string) =>
    importFiles(desk.platform, [await desk.file(name, content)], { about: ABOUT });
  const show = (...args: string[]) => runCommands(areaCommands, desk.platform, ['area', 'neighbourhood', ...args]);

  it('shows each part from the newest import that is not taken back', async () => {
    await give('team.json', TEAM);
    await give('old.json', priorities('Bikes', '2025-01-01'));
    const newer = await give('new.json', priorities('Noise', '2026-01-01'));
    const issues = async () =>
      (await neighbourhoodParts(desk.platform.records, 'METROPOLITAN', 'e05013669n'))?.priorities?.map(
        ({ issue }) => issue,
      );
    expect(await issues()).toEqual(['Noise']);
    const said = await show(ABOUT);
    expect(said.lines).toEqual([
      ABOUT,
      '',
      'Team (1)',
      '  PC A. Officer',
      '    telephone: 101',
      '',
      'Priorities (1)',
      '  1 January 2026: Noise',
      '    no action recorded',
      '',
      'Events: not held.',
      '',
      'Its boundary is not held.',
      'From data.police.uk: people of "team.json", imported on 1 April 2026; priorities of "new.json", imported on 1 April 2026.',
    ]);
    expect((await show(ABOUT, '--json')).json).toMatchObject({ people: { length: 1 }, events: null });
    await revertImport(desk.platform, newer.imports[0]?.id ?? '');
    expect(await issues()).toEqual(['Bikes']);
  });

  it('shows the newest part, and one neighbourhood, when its code comes in other capitals', async () => {
    await give('old.json', priorities('Bikes', '2025-01-01'));
    await importFiles(desk.platform, [await desk.file('new.json', priorities('Noise', '2026-01-01'))], {
      about: 'metropolitan/e05013669n',
    });
    const parts = await neighbourhoodParts(desk.platform.records, 'metropolitan', 'E05013669N');
    expect(parts?.priorities?.map(({ issue }) => issue)).toEqual(['Noise']);
    expect(parts?.sources.map(({ file }) => file)).toEqual(['new.json']);
    expect(await neighbourhoodsHeld(desk.platform.records)).toHaveLength(1);
  });

  it('says what is held where a neighbourhood is not', async () => {
    expect((await show('kent/X1')).errors[0]).toContain('No police neighbourhood is held: import');
    await give('team.json', TEAM);
    const said = await show('kent/X1');
    expect([said.errors, said.exitCode]).toEqual([
      [`Nothing is held of the police neighbourhood "kent/X1": give one of ${ABOUT}.`],
      1,
    ]);
  });
});
