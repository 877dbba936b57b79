import { sql } from 'kysely';
import { z } from 'zod';
import { insertRows, type Records } from '../../platform/database/index.ts';
import type { Absence } from '../post-book.ts';
import { BOOK_LOCK } from '../postings/postings-store.ts';
import type { ImportCounts } from './import-counts.ts';
import type { Revision } from './revisions-of.ts';
import { absenceRow } from './rows.ts';

/** An import of a book that was carried out. */
export interface PastImport {
  id: string;
  name: string;
  synthetic: boolean;
  importedAt: string;
  importedBy: string;
  counts: ImportCounts;
}

/** Nobody else imports a book or changes one by a form until this transaction has ended: what is read stays as it is. */
export async function lockBook(trx: Records): Promise<void> {
  await sql`select pg_advisory_xact_lock(${BOOK_LOCK})`.execute(trx);
}

/**
 * Takes the made-up book of a unit out, with everything that hangs on it.
 * @returns the absences of its officers, which whoever takes it out may not see otherwise
 */
export async function takeOutMadeUpBook(trx: Records, unit: string): Promise<Absence[]> {
  const { rows } = await sql`select * from organisation.take_out_made_up_book(${unit})`.execute(trx);
  return z.array(absenceRow).parse(rows);
}

const LATE = sql`organisation.no_officer_is_posted_above_one, organisation.post_around_its_postings`;

/** The checks of postings wait until all are written: they may change places, and lose days together with their posts. */
export async function letPostingsChangePlaces(trx: Records): Promise<void> {
  await sql`set constraints ${LATE} deferred`.execute(trx);
}

export async function checkPostings(trx: Records): Promise<void> {
  await sql`set constraints ${LATE} immediate`.execute(trx);
}

/** Writes down that a book was imported. @returns its number */
export async function insertImport(
  trx: Records,
  given: {
    unit: string;
    name: string;
    synthetic: boolean;
    at: Date;
    actor: string;
    counts: ImportCounts;
    files: readonly { file: string; sha256: string }[];
  },
): Promise<string> {
  const { unit, name, synthetic, at, actor, counts, files } = given;
  const { rows } = await sql<{ id: string }>`
    insert into organisation.book_import (unit, name, synthetic, imported_at, imported_by, counts, files)
    values (${unit}, ${name}, ${synthetic}, ${at}, ${actor}, ${JSON.stringify(counts)}::jsonb, ${JSON.stringify(files)}::jsonb)
    returning id::text`.execute(trx);
  return rows[0]?.id ?? '';
}

/** Writes down every row before and after: nothing anybody wrote is lost. */
export async function insertRevisions(
  trx: Records,
  revisions: Iterable<Revision>,
  given: { unit: string; importId: string; actor: string; at: Date },
): Promise<void> {
  const { unit, importId, actor, at } = given;
  const rows = function* () {
    for (const revision of revisions) {
      // A unit that is laid out has that in its own history.
      const of = revision.kind === 'units' ? (revision.after?.unit ?? unit) : unit;
      yield { ...revision, unit: of, book_import: importId, changed_by: actor, changed_at: at };
    }
  };
  await insertRows(
    trx,
    'organisation.book_revision',
    {
      unit: 'text',
      kind: 'text',
      reference: 'text',
      before: 'jsonb',
      after: 'jsonb',
      book_import: 'bigint',
      changed_by: 'text',
      changed_at: 'timestamptz',
    },
    rows(),
  );
}

const pastRow = z.object({
  id: z.string(),
  name: z.string(),
  synthetic: z.boolean(),
  importedAt: z.string(),
  importedBy: z.string(),
  counts: z.record(z.string(), z.object({ added: z.number(), changed: z.number(), unchanged: z.number() })),
});

/** Every import of a unit's book, the latest first. */
export async function readImports(trx: Records, unit: string): Promise<PastImport[]> {
  const found = await sql`
    select id::text, name, synthetic, imported_by as "importedBy", counts,
      to_char(imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "importedAt"
    from organisation.book_import where unit = ${unit} order by id desc`.execute(trx);
  return z.array(pastRow).parse(found.rows);
}
