import { expect, it } from 'vitest';
import { chooseLakeFiles } from './choose-lake-files.ts';
import type { Ground } from './covered-ground.ts';
import type { HeldFile } from './model.ts';

const WARDS = { all: ['a', 'b', 'c', 'd'], west: ['a', 'b'], east: ['c', 'd'] };
const file = (importId: number, vintage: string, more: Partial<HeldFile> & { covers?: string[] } = {}): HeldFile => ({
  ...{ path: `${importId}`, force: 'metropolitan', month: '2024-01', rows: 1, importId, vintage, file: 'a.zip' },
  ...{ wardSets: ['wards-2022'], types: new Map([['Burglary', 5]]), only: null },
  wards: new Map([['wards-2022', new Set(more.covers ?? WARDS.all)]]),
  ...more,
});
const ground = (wards: string[], near: string[] = []): Ground => ({
  wards: new Map(wards.length > 0 ? [['wards-2022', wards]] : []),
  near: new Set(near),
});
const chosen = (files: HeldFile[], where: Ground = ground(WARDS.all), types = ['Burglary', 'Drugs']) =>
  chooseLakeFiles(files, () => types, where).map(
    ({ month, type, vintage, files: some }) => `${month} ${type} ${vintage} ${some.map(({ path }) => path)}`,
  );

it('takes each type of a month from the latest vintage that holds it', () => {
  expect(chosen([file(1, 'May'), file(2, 'June', { only: new Set(['Burglary']) })])).toEqual([
    '2024-01 Burglary June 2',
    '2024-01 Drugs May 1',
  ]);
});

it('counts all files of a month in one vintage together', () => {
  const files = [file(1, 'May'), file(2, 'May', { only: new Set(['Burglary']) })];
  expect(chosen(files)).toEqual(['2024-01 Burglary May 1,2', '2024-01 Drugs May 1']);
});

it('does not let files of other places replace those that cover the area', () => {
  const files = [file(1, 'May', { covers: WARDS.east }), file(2, 'June', { covers: WARDS.west })];
  expect(chosen(files, ground(WARDS.east, ['2 metropolitan']), ['Drugs'])).toEqual(['2024-01 Drugs May 1']);
  expect(chosen(files, ground(['a', 'c', 'd', 'd', 'd']), ['Drugs'])).toEqual(['2024-01 Drugs May 1']);
  expect(chosen(files, ground(['a', 'b', 'c', 'd']), ['Drugs'])).toEqual(['2024-01 Drugs June 2']);
});

it('takes nothing from files that neither cover the area nor have incidents near', () => {
  expect(chosen([file(1, 'May', { covers: WARDS.west })], ground(WARDS.east))).toEqual([]);
});

it('goes by incidents within reach where no ward is held, but not by the railway police’s', () => {
  const share = (force: string, near: string) =>
    chooseLakeFiles([file(1, 'May', { force })], () => ['Drugs'], ground([], [near])).map((each) => each.share);
  expect(share('kent', '1 kent')).toEqual([1]);
  expect(share('kent', '2 kent')).toEqual([]);
  expect(share('btp', '1 btp')).toEqual([0]);
});

it('names a vintage that holds more of a type', () => {
  const [one] = chooseLakeFiles(
    [file(1, 'May', { types: new Map([['Burglary', 6]]) }), file(2, 'June')],
    () => ['Burglary'],
    ground(WARDS.all),
  );
  expect([one?.vintage, one?.fuller]).toEqual(['June', 'May']);
});
