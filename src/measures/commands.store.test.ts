import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdFigures } from '../../test/builders/held-figures.ts';
import { type ImportDesk, openImportDesk } from '../../test/builders/import-desk.ts';
import { emptyRecords } from '../../test/builders/records.ts';
import { runCommands } from '../../test/builders/run-commands.ts';
import { burglaries } from '../../test/builders/ward-figures.ts';
import { measureCommands } from './commands.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openImportDesk(await emptyRecords());
  await holdFigures(desk.platform.records, burglaries('wards-2022', '2022-04', '2022-06'), {
    vintage: 'June',
    kind: 'mps-ward',
  });
});
afterEach(() => desk.close());

const run = (...args: string[]) => runCommands(measureCommands, desk.platform, ['measure', ...args]);

it('lists every measure without opening the records', async () => {
  const said = await run('list');
  expect(said.opened).toBe(0);
  expect(said.lines.find((line) => line.startsWith('recorded-crime'))).toContain('except fraud');
  expect((await run('list', '--json')).json).toContainEqual(
    expect.objectContaining({ name: 'homicide', polarity: 'more is worse', every: 'month' }),
  );
});

it('shows the series of a ward by name or code, with its vintage and files', async () => {
  const said = await run('show', 'burglary', '--area', 'Belsize', '--json');
  expect(said.json).toEqual({
    measure: 'burglary',
    area: 'E05013652',
    areaName: 'Belsize',
    boundaryVersion: 'wards-2022',
    vintage: 'June',
    synthetic: false,
    backCast: true,
    sources: ['June.csv'],
    series: [
      { month: '2022-04', value: 1, doubtful: false },
      { month: '2022-05', value: 1, doubtful: false },
      { month: '2022-06', value: 1, doubtful: false },
    ],
  });
  const lines = (await run('show', 'burglary', '--area', 'E05013652')).lines;
  expect(lines[0]).toBe('Burglary, Belsize (E05013652), recorded offences');
  expect(lines.at(-1)).toBe('2022-06  1');
});

it('marks a month whose file seems to lack much of it', async () => {
  const stub = burglaries('wards-2022', '2023-01', '2023-06').map((run) => ({
    ...run,
    values: [0, ...run.values.slice(1)],
  }));
  await holdFigures(desk.platform.records, stub, { vintage: 'stub', kind: 'mps-ward' });
  const said = await run('show', 'burglary', '--area', 'Belsize', '--json');
  expect(said.json).toMatchObject({
    series: [
      { month: '2023-01', value: 0, doubtful: true },
      ...['02', '03', '04', '05', '06'].map((month) => ({ month: `2023-${month}`, value: 1, doubtful: false })),
    ],
  });
  const { lines } = await run('show', 'burglary', '--area', 'Belsize');
  expect(lines).toContain('2023-01  0  doubtful: its file has under half of what is usual');
  expect(lines).toContain('2023-02  1');
});

it('says in a sentence what is missing, and exits with 1', async () => {
  const errors = async (...args: string[]) => {
    const said = await run('show', ...args);
    expect(said.exitCode).toBe(1);
    return said.errors.join(' ');
  };
  expect(await errors('burglry', '--area', 'Belsize')).toContain('There is no measure "burglry"');
  expect(await errors('burglary', '--area', 'Belsiz')).toContain('did you mean Belsize?');
  expect(await errors('homicide', '--area', 'Belsize')).toContain('No figures for homicide in Belsize');
  expect(await errors('burglary', '--area', 'E05999999')).toContain('No figures for burglary in E05999999');
  expect((await run('show', 'burglary')).exitCode).toBe(2);
});
