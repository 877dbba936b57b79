import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdBoundaries } from '../../test/builders/boundary-import.ts';
import { type EmptyRecords, emptyRecords } from '../../test/builders/records.ts';
import { areaCommands } from './commands.ts';
import { ensureReferenceAreas } from './service.ts';

let opened: EmptyRecords;
let date = '2026-03-01';
const platform = () => ({
  records: opened.records,
  dataFolder: '/nowhere',
  actor: 'cli:test',
  principal: { kind: 'wardroom' } as const,
  now: () => new Date(`${date}T12:00:00Z`),
});

/** Runs the command line as app/ does, and gives back what it said. */
async function run(...args: string[]) {
  const said = { lines: [] as string[], json: undefined as unknown, errors: [] as string[], exitCode: 0 };
  const program = new Command('wardroom').version('0').exitOverride();
  program.configureOutput({ writeErr: (text) => said.errors.push(text.trimEnd()) });
  areaCommands(program, async () => ({ platform: platform(), close: async () => {} }), {
    line: (text) => said.lines.push(text),
    json: (value) => {
      said.json = value;
    },
    error: (sentence) => said.errors.push(sentence),
    exitCode: (code) => {
      said.exitCode = code;
    },
  });
  for (const group of program.commands) {
    group.copyInheritedSettings(program);
    for (const command of group.commands) command.copyInheritedSettings(group);
  }
  await program.parseAsync(['area', ...args], { from: 'user' }).catch((error: Error) => said.errors.push(error.name));
  return said;
}

beforeAll(async () => {
  opened = await emptyRecords();
  await ensureReferenceAreas(platform());
});
afterAll(() => opened.close());

describe('area list', () => {
  it('lists the wards in force today', async () => {
    const { lines } = await run('list');
    expect(lines.slice(0, 5)).toEqual([
      '37 wards from May 2022',
      '',
      'Code       Name                      Borough',
      '─────────  ────────────────────────  ─────────',
      'E05013652  Belsize                   Camden',
    ]);
    expect(lines).toHaveLength(41);
  });

  it('lists the wards that were in force on the day', async () => {
    date = '2022-05-04';
    const { lines } = await run('list');
    date = '2026-03-01';
    expect(lines[0]).toBe('34 wards until May 2022');
  });

  it('keeps to a borough and to a boundary set', async () => {
    expect((await run('list', '--borough', 'islington')).lines[0]).toBe('17 wards from May 2022');
    const { json } = await run('list', '--boundaries', 'wards-2014', '--borough', 'E09000007', '--json');
    expect(json).toMatchObject({ boundaryVersion: 'wards-2014', areas: { length: 18 } });
  });

  it('refuses a borough or a boundary set that is not known', async () => {
    expect((await run('list', '--borough', 'Atlantis')).errors[0]).toContain('such as Camden');
    expect((await run('list', '--boundaries', 'wards-1999')).errors[0]).toContain('wards-2014, wards-2022');
    const noWards = await run('list', '--borough', 'Hackney');
    expect([noWards.errors, noWards.exitCode]).toEqual([['No areas of Hackney are known in wards from May 2022.'], 1]);
  });
});

describe('area show', () => {
  it('shows a ward by its name', async () => {
    const { lines, exitCode } = await run('show', 'st pancras and somers town');
    expect(lines.slice(0, 3)).toEqual([
      'St Pancras & Somers Town, Camden (E05013669)',
      'One of the wards from May 2022, in force from 2022-05-05.',
      'Its boundary is not held: import a boundary file.',
    ]);
    expect(exitCode).toBe(0);
  });

  it('looks among earlier wards and boroughs too', async () => {
    expect((await run('show', 'Cantelowes')).lines[0]).toBe('Cantelowes, Camden (E05000131)');
    expect((await run('show', 'Hackney')).lines[0]).toBe('Hackney (E09000012)');
    expect((await run('show', 'Hackney', '--boundaries', 'wards-2022')).exitCode).toBe(1);
  });

  it('suggests what may have been meant', async () => {
    const { errors, exitCode } = await run('show', 'Blomsbury');
    expect(errors[0]).toMatch(
      /^There is no ward or borough "Blomsbury": did you mean Bloomsbury, Camden \(E05013653\)/,
    );
    expect(exitCode).toBe(1);
  });
});

describe('area locate', () => {
  it('asks for boundaries when there are none', async () => {
    const { errors, exitCode } = await run('locate', '-0.1278', '51.5074');
    expect(errors).toEqual([
      'No boundaries of the wards from May 2022 are held: import a boundary file with "wardroom import FILE".',
    ]);
    expect(exitCode).toBe(1);
  });

  it('names the ward of a point', async () => {
    const area = { code: 'E05013652', name: 'Belsize', boroughCode: 'E09000007', boroughName: 'Camden' };
    const triangle: [number, number][] = [
      [-0.17, 51.54],
      [-0.15, 51.54],
      [-0.17, 51.56],
      [-0.17, 51.54],
    ];
    await holdBoundaries(opened.records, [{ ...area, kind: 'ward', version: 'wards-2022', polygons: [[triangle]] }]);
    expect((await run('locate', '-0.165', '51.545')).lines).toEqual(['Belsize, Camden (E05013652)']);
    expect((await run('locate', '-0.165', '51.545', '--json')).json).toMatchObject({ ...area, longitude: -0.165 });
    expect((await run('locate', '-0.15', '51.56')).errors).toEqual([
      'The point lies in none of the wards from May 2022 whose boundaries are held (1 in all).',
    ]);
  });

  it.each([
    ['530000', '184000'],
    ['here', '51.5'],
    ['', '51.5'],
  ])('refuses "%s" "%s", which is not a point in degrees', async (longitude, latitude) => {
    const { errors, exitCode } = await run('locate', longitude, latitude);
    expect(errors).toEqual(['Give the longitude and then the latitude in degrees, such as -0.1278 51.5074.']);
    expect(exitCode).toBe(1);
  });
});
