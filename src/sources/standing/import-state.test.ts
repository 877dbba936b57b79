import { expect, it } from 'vitest';
import { addMonths } from '../../lib/calendar/month.ts';
import { isOfVintage, stateOf } from './import-state.ts';
import { sayState } from './say-state.ts';

type Record = Parameters<typeof stateOf>[0];
const record = (other: Partial<Record> = {}): Record => ({
  id: '1',
  vintage: 'January',
  file: 'wards.csv',
  kind: 'mps-ward',
  recognisedAs: 'MPS ward-level monthly crime',
  boundaryVersions: ['wards-2022'],
  rowsUsed: 10,
  supersededMonths: [],
  revertedAt: null,
  revertedBy: null,
  ...other,
});
const fed = (measure: string, vintage: string, files = ['wards.csv']) => ({ measure, shown: [{ vintage, files }] });
const said = (file: Record, ...rest: [ReturnType<typeof fed>[], boolean?]) =>
  sayState(stateOf(file, [], rest[0], rest[1] ?? true));

it('is in use when its vintage is what is shown', () => {
  expect(said(record(), [fed('burglary', 'January')])).toBe('in use');
});

it('is superseded when a later vintage gives all of its measures, and in part when it gives some', () => {
  expect(said(record(), [fed('burglary', 'March'), fed('robbery', 'March')])).toBe('superseded by March');
  expect(said(record(), [fed('burglary', 'March'), fed('robbery', 'January')])).toBe(
    'in use for 1 of its 2 measures, the others come from March',
  );
});

it('names the months that a fuller file of its vintage gives', () => {
  const months = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      month: addMonths('2024-01', at),
      total: 1,
      by: 'history.csv',
      byTotal: 2,
    }));
  const shown = [fed('burglary', 'January')];
  expect(said(record({ supersededMonths: months(1) }), shown)).toBe(
    'in use but for January 2024, taken from a fuller file',
  );
  expect(said(record({ supersededMonths: months(4) }), shown)).toBe(
    'in use but for 4 months, taken from a fuller file',
  );
  expect(said(record({ supersededMonths: months(4) }), [fed('burglary', 'January', ['history.csv'])])).toBe(
    'superseded by history.csv',
  );
});

it('says when nothing of it is about the unit', () => {
  expect(said(record(), [])).toBe('held, with no figures of the unit’s boroughs and wards');
});

it('puts made-up figures aside while real ones are held', () => {
  const madeUp = record({ kind: 'synthetic' });
  expect(said(madeUp, [], true)).toBe('not counted while real figures are held');
  expect(said(madeUp, [], false)).toBe('in use');
});

it('says who took it back and when, in London', () => {
  const taken = record({ revertedAt: '2026-06-30T23:30:00.000Z', revertedBy: 'local operator' });
  expect(said(taken, [fed('burglary', 'January')])).toBe('taken back on 2026-07-01 by local operator');
});

it('counts the newest whole file of boundaries', () => {
  const older = record({ kind: 'boundaries', recognisedAs: 'ward boundaries', file: 'old.geojson' });
  const newer = { ...older, id: '2', file: 'new.geojson' };
  expect(stateOf(older, [newer], [], true)).toEqual({ kind: 'superseded', by: ['new.geojson'] });
  expect(stateOf(newer, [], [], true)).toEqual({ kind: 'in use' });
  const fewer = { ...newer, rowsUsed: 3 };
  expect(stateOf(older, [fewer], [], true), 'a file of some wards leaves the others').toEqual({
    kind: 'in use',
  });
  const back = { ...newer, revertedAt: '2026-01-01T00:00:00Z' };
  expect(stateOf(older, [back], [], true)).toEqual({ kind: 'in use' });
});

it('counts one table of harm weights, the newest that is not taken back, whatever its version and source', () => {
  const older = record({ kind: 'harm-weights', recognisedAs: 'Harm weights: one, version 1', file: 'old.csv' });
  const newer = { ...older, id: '2', recognisedAs: 'Harm weights: other, version 9', file: 'new.csv', rowsUsed: 2 };
  expect(stateOf(older, [newer], [], true)).toEqual({ kind: 'superseded', by: ['new.csv'] });
  expect(stateOf(older, [{ ...newer, revertedAt: '2026-01-01T00:00:00Z' }], [], true)).toEqual({ kind: 'in use' });
});

it('counts the newest part of a neighbourhood, however short and however its code is written', () => {
  const older = record({ kind: 'police-api-neighbourhood', recognisedAs: 'priorities: leicestershire/NC04' });
  const newer = { ...older, id: '2', recognisedAs: 'priorities: leicestershire/nc04', file: 'new.json', rowsUsed: 1 };
  expect(stateOf(older, [newer], [], true)).toEqual({ kind: 'superseded', by: ['new.json'] });
  const another = { ...newer, recognisedAs: 'priorities: leicestershire/NC05' };
  expect(stateOf(older, [another], [], true)).toEqual({ kind: 'in use' });
});

it('counts a file that another publication’s figures are made with', () => {
  expect(isOfVintage({ vintage: 'indices with census' }, 'census')).toBe(true);
  expect(isOfVintage({ vintage: 'indices with census' }, 'indices')).toBe(true);
  expect(isOfVintage({ vintage: 'indices with census' }, 'index')).toBe(false);
});
