import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CENTRAL_NORTH_PLACES } from '../../../test/builders/book-places.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import { csvRecords } from '../../lib/tables/index.ts';
import { RANKS } from '../reference/ranks.ts';
import { STRANDS } from '../reference/strands.ts';
import { KIND_NAMES } from './book-kinds.ts';
import type { HeldRows, OfficerRank } from './book-rows.ts';
import { readBookFiles } from './read-book-files.ts';
import { standTogether } from './stand-together.ts';
import { writeBookFiles } from './write-book-files.ts';

const [CAMDEN, ISLINGTON] = ['E09000007', 'E09000019'];
const WARDS = CENTRAL_NORTH_PLACES.wards.filter(({ version }) => version === 'wards-2022');

/** Text with everything that CSV and spreadsheets trip over. */
const text = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom('=1+1', "'=1+1", "''@x", '-5', '+44', '@home', 'a,b', 'say "x"', 'Zoë', "O'Hara", "'tis", '＝x'),
  )
  .map((each) => each.normalize('NFC').trim())
  // What an import takes out or refuses: read-cell.test.ts.
  .filter((each) => each !== '' && !/[\p{Cc}\p{Cf}\p{Surrogate}]/u.test(each));
/** A reference of its own for every row, so that keys differ. */
const references = fc.uniqueArray(text, { minLength: 1, maxLength: 6 });
const date = fc
  .integer({ min: 0, max: 900 })
  .map((day) => new Date(Date.UTC(2022, 5, 1 + day)).toISOString().slice(0, 10));
const days = fc.tuple(date, date, fc.boolean()).map(([a, b, open]) => {
  const [from, last] = a <= b ? [a, b] : [b, a];
  return { from, until: open ? null : nextDay(last) };
});
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const rank = fc.constantFrom(...RANKS.map((each) => each.rank));
const strand = fc.constantFrom(...STRANDS);
const fraction = fc.integer({ min: 1, max: 1000 }).map((thousandths) => thousandths / 1000);
const list = fc.uniqueArray(
  text.filter((each) => !each.includes('|')),
  { maxLength: 3 },
);

const shares = fc.oneof(
  fc.constant<{ boroughCode: string; fraction: number }[]>([]),
  fraction.map((part) => [{ boroughCode: ISLINGTON ?? '', fraction: part }]),
  fc.constantFrom(0.5, 0.25, 0.001).map((part) => [
    { boroughCode: CAMDEN ?? '', fraction: part },
    { boroughCode: ISLINGTON ?? '', fraction: 0.5 },
  ]),
);
const post = fc
  .record({
    title: text,
    rank,
    strand,
    team: orNull(text),
    fullTimeEquivalents: fraction,
    leadsBorough: orNull(fc.constantFrom(CAMDEN ?? '', ISLINGTON ?? '')),
    leadsStrand: orNull(strand),
    fundedBy: orNull(text),
    fundedUntil: orNull(date),
    movedFrom: orNull(text),
    expectedFilled: orNull(date),
    during: days,
    source: fc.oneof(fc.constant(''), text),
    ward: orNull(fc.constantFrom(...WARDS)),
    shares,
  })
  .map(({ ward, shares: parts, ...rest }) => ({
    ...rest,
    duty: ward === null ? ('pan-borough' as const) : ('ward' as const),
    wards: ward === null ? [] : [ward.code],
    boundaryVersion: ward === null ? null : ward.version,
    wardClass: ward === null ? null : ('extra' as const),
    shares: ward === null ? parts : [{ boroughCode: ward.boroughCode ?? '', fraction: 0.75 }],
  }));

const book: fc.Arbitrary<HeldRows> = references.chain((names) => {
  const each = <Row extends object>(row: fc.Arbitrary<Row>) =>
    fc
      .array(row, { minLength: names.length, maxLength: names.length })
      .map((rows) => rows.map((rest, at) => ({ reference: names[at] ?? '', ...rest })));
  const of = names[0] ?? '';
  return fc.record({
    units: each(fc.record({ force: text, borough: fc.constantFrom(CAMDEN ?? '', 'E09000012'), during: days })).map(
      (rows) =>
        rows.map(({ reference: unit, borough: boroughCode, ...rest }) => ({ unit, boroughCode, source: '', ...rest })),
    ),
    posts: each(post),
    officers: each(fc.record({ name: text, rank, during: days })) as fc.Arbitrary<OfficerRank[]>,
    postings: each(fc.record({ fraction, during: days, fromUnit: orNull(text) })).map((rows) =>
      rows.map(({ reference, ...rest }) => ({
        officer: reference,
        post: of,
        kind: 'posting' as const,
        returnsOn: null,
        ...rest,
      })),
    ),
    absences: each(fc.record({ during: days })).map((rows) =>
      rows.map(({ reference, during }) => ({ officer: reference, kind: 'adjusted-duties' as const, during })),
    ),
    clusters: each(fc.record({ during: days, ward: fc.constantFrom(...WARDS), source: fc.constant('') })).map((rows) =>
      rows.map(({ reference: name, ward, ...rest }) => ({
        name,
        boroughCode: ward.boroughCode ?? '',
        boundaryVersion: ward.version,
        wards: [ward.code],
        ...rest,
      })),
    ),
    budget: each(fc.record({ fullTimeEquivalents: fraction, during: days, source: fc.constant('') })).map((rows) =>
      rows.map(({ reference: year, ...rest }) => ({ boroughCode: CAMDEN ?? '', year, rank: 'PCSO', ...rest })),
    ),
    'establishment-changes': each(
      fc.record({
        title: text,
        begins: date,
        strand: orNull(strand),
        team: orNull(text),
        rank: orNull(rank),
        promised: orNull(fraction),
      }),
    ).map((rows) => rows.map((rest) => ({ boroughCode: CAMDEN ?? '', completes: '2026-01-01', source: '', ...rest }))),
    'earlier-allocation': each(fc.record({ officers: fc.nat(9), pcsos: fc.nat(9) })).map((rows) =>
      rows.map(({ reference: name, ...rest }) => ({
        name,
        asAt: '2016-04-01',
        boundaryVersion: 'wards-2022' as const,
        wardCode: WARDS[0]?.code ?? '',
        source: '',
        ...rest,
      })),
    ),
    courses: each(
      fc.record({
        title: text,
        everyone: fc.boolean(),
        ranks: fc.uniqueArray(rank),
        teams: list,
        externalTrainer: orNull(text),
        during: days,
      }),
    ).map((rows) =>
      rows.map(({ everyone, ranks, teams, ...rest }) => ({
        requiredOf: { everyone, ranks, teams },
        validMonths: null,
        ...rest,
      })),
    ),
    training: each(fc.record({ expiresOn: orNull(date.map(nextDay)) })).map((rows) =>
      rows.map(({ reference: officer, expiresOn }) => ({ officer, course: of, completedOn: '2022-05-30', expiresOn })),
    ),
    assets: each(fc.record({ name: text, during: days })).map((rows) =>
      rows.map((rest) => ({ kind: 'vehicle' as const, boroughCode: CAMDEN ?? '', ...rest })),
    ),
    bookings: each(fc.record({ purpose: text, minutes: fc.nat(400_000) })).map((rows) =>
      rows.map(({ reference: asset, purpose, minutes }) => ({
        asset,
        boroughCode: CAMDEN ?? '',
        from: new Date(Date.UTC(2026, 2, 1) + minutes * 60_000).toISOString(),
        until: new Date(Date.UTC(2026, 2, 1) + (minutes + 60) * 60_000).toISOString(),
        purpose,
      })),
    ),
  });
});

describe('a book that is exported and imported again', () => {
  it('is the same, row by row and cell by cell, whatever is in it', () => {
    fc.assert(
      fc.property(book, (held) => {
        const about = { name: 'Book', unit: 'Central North', source: '', synthetic: false };
        const read = readBookFiles(writeBookFiles(about, held, CENTRAL_NORTH_PLACES), CENTRAL_NORTH_PLACES);
        expect(read.refusals).toEqual([]);
        expect(read.about).toEqual(about);
        for (const kind of KIND_NAMES) expect(read.rows[kind].map(({ row }) => row)).toEqual(held[kind]);
        const { differences } = standTogether(read.rows, { rows: held }, CENTRAL_NORTH_PLACES);
        for (const kind of KIND_NAMES)
          expect(differences[kind]).toEqual({ added: [], changed: [], unchanged: held[kind].length });
      }),
      { numRuns: 60, seed: 20241 },
    );
  });

  it('shows a spreadsheet no formula', () => {
    fc.assert(
      fc.property(text, (title) => {
        const row = {
          reference: 'V',
          kind: 'vehicle' as const,
          name: title,
          boroughCode: CAMDEN ?? '',
          during: { from: '2024-01-01', until: null },
        };
        const none = Object.fromEntries(KIND_NAMES.map((kind) => [kind, []])) as unknown as HeldRows;
        const about = { name: 'Book', unit: 'Central North', source: '', synthetic: false };
        const [, file] = writeBookFiles(about, { ...none, assets: [row] }, CENTRAL_NORTH_PLACES);
        const cells = [...csvRecords(file?.text ?? '')].flatMap(({ fields }) => fields ?? []);
        expect(cells.filter((cell) => /^[=+\-@＝\t\r\n]/.test(cell))).toEqual([]);
      }),
      { numRuns: 100, seed: 20242 },
    );
  });
});
