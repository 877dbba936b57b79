import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportedFile, Refusal } from '../../src/sources/index.ts';
import { importFiles, revertImport } from '../../src/sources/service.ts';
import { type ImportDesk, openImportDesk } from '../builders/import-desk.ts';
import { emptyRecords } from '../builders/records.ts';
import { madeWardBoundaries } from '../builders/street-files.ts';
import { type MalformedFile, malformedFiles, WITH_PLACES } from './corpus/malformed-files.ts';
import { rowsIn } from './corpus/rows-in.ts';
import { REAL_BOUNDARIES, REAL_FILES_HELD, readSamples, type Sample } from './corpus/samples.ts';

// Malformed files made from good ones of every kind: each is refused in one sentence and changes nothing, or is imported
// with every row accounted for and no figure that the good file does not have.

/** A file that takes longer hangs. */
const PATIENCE_IN_MILLISECONDS = 30_000;
/** Month of the desk's clock. */
const NOW = '2026-04';

const samples = await readSamples();
const files = malformedFiles(samples, { each: process.env.MALFORMED === 'all' ? Infinity : 11 });

let desk: ImportDesk;
let untouched: unknown;
const good = new Map<Sample, Map<string, number | null>>();

beforeAll(async () => {
  desk = await openImportDesk(await emptyRecords());
  await importFiles(
    desk.platform,
    REAL_FILES_HELD ? REAL_BOUNDARIES : [await desk.file('w.geojson', madeWardBoundaries())],
  );
  untouched = await stateHeld();
}, 60_000);
afterAll(() => desk.close());

/** What a file came to: the sentence it was refused with, or the figures it brought, taken back again. */
async function outcomeOf(file: { fileName: string; content: Buffer; about?: string }) {
  const given = await desk.file(file.fileName, file.content);
  const options = { vintage: 'malformed', ...(file.about === undefined ? {} : { about: file.about }) };
  try {
    const { imports } = await importFiles(desk.platform, [given], options);
    const figures = await figuresHeld();
    await revertImport(desk.platform, 'malformed');
    return { kind: 'imported' as const, imports, figures };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: 'refused' as const, sentence: error.message };
  }
}

/** All that an import may change and a revert must take back, short enough to be compared hundreds of times. */
async function stateHeld(): Promise<unknown> {
  const { rows } = await sql`
    with live as (select * from sources.import where reverted_at is null)
    select (select array_agg(file order by id) from live) as files,
      (select count(*) from measures.series) as series,
      (select md5(string_agg(s::text, '' order by s::text)) from measures.series as s) as figures,
      (select count(*) from measures.coverage) as coverage,
      (select md5(string_agg(h::text, '' order by h::text)) from measures.holding as h) as holdings,
      (select md5(string_agg(f::text, '' order by f::text)) from measures.finding as f) as findings,
      (select count(*) from measures.given_up) as "givenUp",
      (select count(*) from geography.boundary where import_id in (select id from live)) as boundaries,
      (select count(*) from geography.area_lookup where import_id in (select id from live)) as lookups,
      (select count(*) from measures.harm_weight where import_id in (select id from live)) as weights,
      (select count(*) from geography.police_neighbourhood where import_id in (select id from live)) as parts,
      (select count(*) from sources.lake_file) as lake`.execute(desk.system);
  return { rows, kept: await desk.filesKept() };
}

/** Every figure held, by category, area and month; months without a value are left out. */
async function figuresHeld(): Promise<Map<string, number | null>> {
  const { rows } = await sql<{ key: string; first: string; values: (number | null)[] }>`
    select concat_ws(' ', boundary_version, area_code, publisher, category) as key, series.first_month as first, series.values as values
    from measures.series join sources.import on import.id = import_id where reverted_at is null`.execute(desk.system);
  return new Map(
    rows.flatMap(({ key, first, values }) =>
      values.flatMap((value, at) => (value === null ? [] : [[`${key} ${monthAfter(first, at)}`, value] as const])),
    ),
  );
}

function monthAfter(first: string, months: number): string {
  const number = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1 + months;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('hangs')), PATIENCE_IN_MILLISECONDS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

it('has at least 300 files where the real ones are there', () => {
  expect(new Set(files.map(({ fileName }) => fileName)).size).toBe(files.length);
  expect(files.length).toBeGreaterThan(REAL_FILES_HELD ? 300 : 100);
});

describe('good files, to begin with', () => {
  it.each(samples.map((sample) => [sample.name, sample] as const))('imports %s', async (_, sample) => {
    const outcome = await outcomeOf({ fileName: `${sample.name}.${sample.extension}`, ...sample });
    if (outcome.kind === 'refused') throw new Error(outcome.sentence);
    good.set(sample, outcome.figures);
    expectRowsOf(sample.content, sample.extension, outcome.imports);
    expect(await stateHeld()).toEqual(untouched);
  });
});

describe('malformed files', () => {
  it.each(files.map((file) => [file.title, file] as const))('%s', { timeout: 60_000 }, async (_, file) => {
    const outcome = await withinPatience(outcomeOf(file));
    if (outcome.kind === 'refused') expectOneSentence(outcome.sentence, file);
    else {
      for (const { rowsRead, rowsUsed, refused } of outcome.imports) {
        expect(rowsUsed + refused.reduce((sum, { count }) => sum + count, 0)).toBe(rowsRead);
        expect(rowsUsed).toBeGreaterThan(0);
      }
      if (file.extension !== null) expectRowsOf(file.content, file.extension, outcome.imports);
      expect(unexplained(outcome.figures, file)).toEqual([]);
    }
    expect(await stateHeld()).toEqual(untouched);
  });
});

/** The rows said to be read are those that the file has, counted without the importers. */
function expectRowsOf(content: Buffer, extension: Sample['extension'], imports: readonly ImportedFile[]): void {
  const { least, most } = rowsIn(content, extension);
  const read = imports.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
  expect(read).toBeGreaterThanOrEqual(least);
  expect(read).toBeLessThanOrEqual(most);
}

function expectOneSentence(sentence: string, { fileName }: MalformedFile): void {
  expect(sentence).toContain(fileName);
  expect(sentence).toMatch(/^[^\n]{20,700}[.]$/);
  expect(sentence).not.toMatch(/TypeError|RangeError|SyntaxError|undefined|NaN|\[object|node_modules|\bat .*:\d+/);
}

/**
 * Figures no file can have, and those that the good file does not have where this one may say no others. A file with one
 * row an incident counts the rows that can be used: with one left out it may say less than the good file, never more.
 */
function unexplained(figures: ReadonlyMap<string, number | null>, { sample }: MalformedFile): string[] {
  const known = sample === null ? null : good.get(sample);
  const isOfIncidents = sample !== null && WITH_PLACES.has(sample.name);
  return [...figures].flatMap(([key, value]) => {
    const impossible = value === null || !Number.isFinite(value) || key.slice(-7) > NOW;
    const stated = known?.get(key) ?? 0;
    const other = known != null && (isOfIncidents ? (value ?? 0) > stated : stated !== value);
    return impossible || other ? [`${key}: ${value}`] : [];
  });
}
