import { expect, it } from 'vitest';
import { findSet, inForceOn } from './find-set.ts';
import { readSetFile } from './set-file.ts';
import { SHIPPED_SETS } from './shipped-sets.ts';

const found = (name: string, asAt = '2026-03-10') => {
  const set = findSet(SHIPPED_SETS, name, asAt);
  return set.kind === 'set' ? set.set.name : set.because;
};

it('matches a name whatever its capitals, spaces and hyphens', () => {
  for (const name of ['public-space', 'Public Space', 'PUBLICSPACE', 'Public Space Crime Performance'])
    expect(found(name), name).toBe('public-space');
  expect(found('MOPAC7')).toBe('mopac-7');
});

it('suggests names, and says from when a set is in force', () => {
  expect(found('mopac')).toBe('There is no set of measures "mopac": did you mean mopac-7?');
  expect(found('burglaries')).toBe('There is no set of measures "burglaries": choose mopac-7 or public-space.');
  expect(found('public-space', '2024-07-17')).toContain('in force from 2024-07-18');
});

it('reads what "set show --json" writes, version and all, and names what else is in the file', () => {
  const [shown] = SHIPPED_SETS;
  const file = { ...shown, name: 'ours' };
  const { version: _version, ...set } = file;
  expect(readSetFile(JSON.stringify(file))).toEqual({ kind: 'set', set });
  expect(readSetFile(JSON.stringify({ ...file, colour: 'red' }))).toMatchObject({
    kind: 'refused',
    because: expect.stringContaining('(look at colour)'),
  });
});

it('takes the version in force on the day', () => {
  const [first] = SHIPPED_SETS;
  if (!first) throw new Error('no set');
  const later = { ...first, version: 2, from: '2026-04-01' };
  const version = (asAt: string) => inForceOn([later, first], asAt)[0]?.version;
  expect([version('2026-03-31'), version('2026-04-01'), version('2020-01-01')]).toEqual([1, 2, undefined]);
});

it('finds what comes with Wardroom under its name and title, whatever else has them', () => {
  const [first] = SHIPPED_SETS;
  if (!first) throw new Error('no set');
  const sets = [...SHIPPED_SETS, { ...first, name: 'a-set' }, { ...first, name: 'b-set', title: 'a set', version: 9 }];
  const name = (typed: string) => {
    const set = findSet(sets, typed, '2026-03-10');
    return set.kind === 'set' ? set.set.name : set.because;
  };
  expect([name('Public Space Crime Performance'), name('a set')]).toEqual(['public-space', 'a-set']);
});

it('has every row of the seven and the twelve once, with measures of the catalogue counted by month', () => {
  for (const { version: _version, ...set } of SHIPPED_SETS)
    expect(readSetFile(JSON.stringify(set)), set.name).toMatchObject({ kind: 'set' });
  expect(SHIPPED_SETS.map(({ groups }) => groups.map(({ rows }) => rows.length))).toEqual([[7, 2, 3], [7]]);
});

it('refuses a file that is no set, in a sentence that says where to look', () => {
  const set = {
    name: 'a',
    title: 'A',
    from: '2026-04-01',
    source: 'S',
    groups: [{ title: 'G', rows: [{ measure: 'theft', printed: 'Theft' }] }],
  };
  const because = (given: object) => {
    const read = readSetFile(JSON.stringify({ ...set, ...given }));
    return read.kind === 'refused' ? read.because : 'it was read';
  };
  const rows = (...of: object[]) => ({ groups: [{ title: 'G', rows: of }] });
  expect(because({})).toBe('it was read');
  expect(readSetFile('{')).toMatchObject({ because: expect.stringContaining('is not JSON') });
  expect(because({ groups: [] })).toContain('look at groups');
  expect(because(rows({ measure: 'theft' }))).toContain('groups.0.rows.0.printed');
  for (const unkept of ['A\0', 'A\ud800']) expect(because({ title: unkept })).toContain('look at title');
  expect(because({ versions: 3 })).toContain('no set of measures (look at versions)');
  expect(because({ name: 'Our Set' })).toContain('is no name of a set');
  expect(because({ from: '2026-02-30' })).toContain('is not a day');
  expect(because(rows({ measure: 'theft', printed: 'T' }, { measure: 'burglary', printed: 'T' }))).toContain(
    'printed twice',
  );
  expect(because(rows({ measure: 'thefts', printed: 'T' }))).toContain('did you mean theft');
  expect(because(rows({ measure: 'residents', printed: 'R' }))).toContain('not counted by month');
});
