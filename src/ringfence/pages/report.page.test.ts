import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepClosedMonths, publicGroupOf, publicMonthOf } from '../../../test/builders/closed-months.ts';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { BLOOMSBURY, BUNHILL } from '../../../test/builders/ringfence-records.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { importFiles } from '../../sources/service.ts';
import { readRecordedBefore } from '../before/before-service.ts';
import { reportFileRoutes } from '../reports/report-file-routes.ts';
import { reportPageRoutes } from './report-page-routes.tsx';

const HOUR = 60;
const TEAMS = `Month,BCU,Borough,Borough Code,Team,Abstracted from Duty,Abstraction Type,Abstracted Minutes
2024-02,CN,Camden,E09000007,Kilburn,No,Not Abstracted,48000
2024-02,CN,Camden,E09000007,Kilburn,Yes,Training,12000
2024-02,CN,Islington,E09000019,Bunhill,No,Not Abstracted,60000
`;
/** Bloomsbury alone; Barnsbury and Bunhill only together. */
const GROUPS = [
  publicGroupOf([BLOOMSBURY], {
    ...{ promisedMinutes: 600 * HOUR, vacancyMinutes: 50 * HOUR, leaveMinutes: 90 * HOUR },
    ...{
      confirmedMinutes: 350 * HOUR,
      presumedMinutes: 29 * HOUR,
      breachMinutes: 20 * HOUR,
      permittedMinutes: 13 * HOUR,
    },
    literalBreachMinutes: 33 * HOUR,
  }),
  publicGroupOf(['E05013698', BUNHILL], { confirmedMinutes: 400 * HOUR, exceptionMinutes: 100 * HOUR }, 4),
];

let pages: PageServer;
beforeAll(async () => {
  pages = await pageServer(async (server, deps) => {
    await ensureReferenceAreas(deps.system);
    await ensureReferenceUnit(deps.system);
    reportPageRoutes(server);
    reportFileRoutes(server);
  });
}, 60_000);
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

async function importText(name: string, content: string) {
  const path = `${pages.platform.dataFolder}/${name}`;
  await writeFile(path, content);
  return importFiles(pages.system, [{ name, path }], {});
}

const text = async (query = ''): Promise<string> =>
  (await pages.get(`/ringfence${query}`)).body
    .replace(/<(script|style|head|select)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

it('says what to do while there is nothing, then what was recorded before, then what was closed', async () => {
  expect(await text()).toContain('Not recorded yet. No month of duties is closed');
  await importText('minutes-by-team.csv', TEAMS);
  const before = await text();
  expect(before).toContain('90% of recorded time in February 2024 was not spent elsewhere.');
  expect(before).toContain('200 of 2,000 hours in Central North were. Nobody ruled them');
  expect(before).toContain('Training 200 10.0% not ruled');
  expect(before).not.toMatch(/\d+ (count as )?breach/);
  expect(await text('?borough=Camden')).toContain('80% of recorded time in February 2024');
  await keepClosedMonths(pages.system.records, [publicMonthOf('2026-01', GROUPS), publicMonthOf('2026-02', GROUPS)]);
  const closed = await text();
  expect(closed).toContain('Ring-fence · Central North · February 2026');
  // The ledger comes first, and what was before is still told apart from it.
  expect(closed).toContain('In Central North, February 2024, 90% of dedicated ward officers’ recorded time');
});

it('tells confirmed and presumed time apart, from what was promised on', async () => {
  const page = await text('?ward=E05013653');
  expect(page).toContain('Mostly: 92% of their hours in February 2026: 85% confirmed and 7% presumed.');
  expect(page).toContain(
    '33 of 412 hours were spent elsewhere. 20 count as breaches and 13 are permitted by the policy.',
  );
  for (const step of [
    'Promised 600 100%',
    'Vacant posts −50',
    'Leave, sickness and adjusted duties −90',
    'In no roster −48',
    'Rostered on the ward 412',
    'Elsewhere: breach −20',
    'On the ward, presumed 29',
    'On the ward, confirmed 350',
  ])
    expect(page).toContain(step);
  expect(page).toContain('33 hours would be breaches, not 20.');
});

it('has the rows of a unit by borough, and its reasons by role', async () => {
  const page = await text();
  expect(page).toMatch(/Bloomsbury\s+412 85 \+ 7%/);
  expect(page).toMatch(/Barnsbury, Bunhill together\s+500 80 \+ 0%/);
  expect(page).toContain('Filling a gap in a response team 20 breach');
  expect(page).toContain('Duty inspector 100 exception');
  expect(page).toContain(
    'The year so far, April 2025 to February 2026: 1,558 of 1,824 hours on the ward (85%, 58 of them presumed)',
  );
});

it('answers for a ward of few officers only together with others, and says why', async () => {
  const page = await text('?ward=E05013699&month=2026-01');
  expect(page).toContain('Mostly: 80% of their hours in January 2026.');
  expect(page).toMatch(
    /These are the hours of Bunhill and Barnsbury together, 4 officers in all. Not shown for Bunhill alone: fewer than 3 officers/,
  );
  expect(page).toContain('told for whole financial years only');
});

it('takes the place of the form in one field, and answers what is not there', async () => {
  expect(await text('?place=ward%2FE05013653&month=2026-02')).toContain('Ring-fence · Bloomsbury');
  expect(await text('?place=&month=2026-02')).toContain('Ring-fence · Central North');
  const missing = await pages.get('/ringfence?month=2026-12');
  expect([missing.statusCode, missing.body.includes('Nothing is public of December 2026')]).toEqual([404, true]);
  expect((await pages.get('/ringfence?month=soon')).statusCode).toBe(404);
  expect((await pages.get('/ringfence?ward=Atlantis')).statusCode).toBe(404);
});

it('gives out files that its links lead to, and takes its own table of abstractions back with equal totals', async () => {
  const links = [
    ...(await pages.get('/ringfence?ward=E05013653')).body.matchAll(/href="(\/ringfence\/[a-z.-]+(?:csv|json)[^"]*)"/g),
  ];
  for (const [, link = ''] of links) expect((await pages.get(link.replaceAll('&amp;', '&'))).statusCode).toBe(200);
  expect(links.length).toBe(3);
  const file = (await pages.get('/ringfence/abstractions.csv')).body;
  const { imports } = await importText('own-abstractions.csv', file);
  expect(imports).toMatchObject([{ kind: 'ward-officer-teams', refused: [] }]);
  const found = await readRecordedBefore(pages.system.records, [{ code: 'E09000007', name: 'Camden' }]);
  expect(
    found?.together
      .slice(1)
      .map(({ month, minutes, notAbstracted, away }) => [month, minutes / HOUR, notAbstracted / HOUR, away]),
  ).toEqual(
    ['2026-01', '2026-02'].map((month) => [
      ...[month, 412, 379],
      [
        { type: 'Staffing Up', minutes: 20 * HOUR },
        { type: 'Training', minutes: 13 * HOUR },
      ],
    ]),
  );
});

it('still has the history after a later file of one month, and gives no figure for a unit of which only a part is told', async () => {
  const row = '2024-04,CN,Camden,E09000007,Kilburn,No,Not Abstracted,6000';
  await importText('april.csv', `${TEAMS.split('\n')[0]}\n${row}\n`);
  expect(await text('?month=2024-02')).toContain('90% of recorded time in February 2024 was not spent elsewhere.');
  const april = await text('?month=2024-04');
  expect(april).toMatch(/Only Camden can be told of in April 2024\. .* That is 1 borough of 2: .* has Islington/);
  expect(april).not.toContain('% of recorded time in April 2024');
  expect(april).toMatch(
    /Each month is of the newest publication that has it: April 2024 from april\.csv, .* and February 2024 from minutes-by-team\.csv/,
  );
  // Under half the hours that other publications have of Camden: of a part of its teams, for all that is known.
  expect(await text('?month=2024-04&borough=Camden')).toContain(
    'Nobody can say for April 2024 with confidence. 0 of 100',
  );
  const march = await pages.get('/ringfence?month=2024-03');
  expect([march.statusCode, march.body.includes('no publication that was imported has it')]).toEqual([404, true]);
});

it('names a file by its place and month, and has none of a month that is not closed', async () => {
  const named = async (file: string) => (await pages.get(`/ringfence/${file}`)).headers['content-disposition'];
  const asked = 'month=2026-01&ward=E05013653';
  expect(await named(`report.csv?${asked}`)).toBe('attachment; filename="ring-fence-bloomsbury-2026-01.csv"');
  expect(await named(`report.json?${asked}`)).toBe('inline; filename="ring-fence-bloomsbury-2026-01.json"');
  const months = 'ring-fence-abstractions-central-north-2026-01-2026-02.csv';
  expect(await named('abstractions.csv')).toBe(`attachment; filename="${months}"`);
  const open = await pages.get('/ringfence/report.csv?month=2026-09');
  expect([open.statusCode, open.body.includes('a month is public once it is closed')]).toEqual([404, true]);
});
