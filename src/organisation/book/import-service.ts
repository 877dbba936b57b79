import { createHash, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { guarded, may, type Place } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { retryOnDeadlock } from '../../platform/concurrency/index.ts';
import { type Records, StatementError } from '../../platform/database/index.ts';
import { refuseWhileDemonstration } from '../../platform/identity/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Conflict } from '../../platform/web/index.ts';
import type { BookRefusal, BoroughOfUnit, HeldRows } from './book-rows.ts';
import { readAssets, readBook } from './book-store.ts';
import { grouped } from './checks/check.ts';
import { countDifferences, type DifferenceLine, listDifferences } from './describe-differences.ts';
import { heldRows } from './held-rows.ts';
import type { ImportCounts } from './import-counts.ts';
import { insertImport, insertRevisions, lockBook, takeOutMadeUpBook } from './import-store.ts';
import type { Places } from './places.ts';
import { planImport } from './plan-import.ts';
import { type BookFile, readBookFiles, unitNamedIn, unitsLaidBy } from './read-book-files.ts';
import { revisionsOf, revisionsOfTakenOut } from './revisions-of.ts';
import type { Differences } from './stand-together.ts';
import { placesOf, unitCalled } from './unit-service.ts';
import { readBoroughsOfUnits } from './units-store.ts';
import { writeDifferences } from './write-differences-store.ts';

/** A book that is to be imported. */
export interface BookToImport {
  /** Name of the command unit; null: the one that the book names, or the only one. */
  unit: string | null;
  /** What the book is called where it does not say so itself. */
  name: string;
  files: readonly BookFile[];
  /** Checks everything, and changes nothing. */
  dryRun: boolean;
}

/** What came of an import. */
export type BookImported =
  | {
      kind: 'imported' | 'would be imported';
      unit: string;
      name: string;
      synthetic: boolean;
      /** Of the kinds that the files hold. */
      counts: ImportCounts;
      /** Every row that was added or changed. */
      differences: DifferenceLine[];
      /** Rows of the made-up book that this real one takes the place of. */
      takenOut: number;
    }
  | { kind: 'refused'; unit: string; refusals: BookRefusal[] };

/** The unit whose book it is; files that only lay out units are recorded with the first of them. */
function nameOfUnit({ records }: Platform, { unit, files }: BookToImport): Promise<string> {
  const { rows, nothingElse } = unitsLaidBy(files);
  const first = nothingElse ? (rows[0]?.unit ?? null) : null;
  return unitCalled(
    records,
    unit ?? unitNamedIn(files) ?? first,
    rows.map((row) => row.unit),
  );
}

const atUnit = async (platform: Platform, asked: BookToImport): Promise<Place> => ({
  unit: await nameOfUnit(platform, asked),
});

/**
 * Imports the files of a book, all of it or nothing: rows are added, changed or left as they are, and nothing is taken
 * away because a file does not speak of it. Every row is written down before and after.
 * @throws NotFound, InvalidRequest for a unit that is not there; NotAllowed
 */
export const importBook = guarded(
  { name: 'organisation.import-book', module: 'postings', act: 'write', place: atUnit },
  async (platform: Platform, asked: BookToImport): Promise<BookImported> => {
    const unit = await nameOfUnit(platform, asked);
    try {
      return await retryOnDeadlock(
        () => platform.records.transaction().execute((trx) => importIn(trx, platform, { ...asked, unit })),
        {
          attempts: 5,
          pause: (failed) => pause(randomInt(20) * failed),
        },
      );
    } catch (error) {
      if (error instanceof RolledBack) return error.answer;
      const sentence = sentenceOf(error);
      if (sentence === null) throw error;
      return { kind: 'refused', unit, refusals: [{ file: '', line: null, sentence }] };
    }
  },
);

/** Takes everything back that a dry run, or an import that is refused, has written. */
class RolledBack extends Error {
  override name = 'RolledBack';
  readonly answer: BookImported;
  constructor(answer: BookImported) {
    super('Nothing is changed.');
    this.answer = answer;
  }
}

async function importIn(
  trx: Records,
  platform: Platform,
  asked: BookToImport & { unit: string },
): Promise<BookImported> {
  const { unit, files, dryRun } = asked;
  await lockBook(trx);
  const places = await placesOf(trx, unit, unitsLaidBy(files).rows);
  const units = await readBoroughsOfUnits(trx);
  const all = { ...(await readBook(trx, unit)), ...(await readAssets(trx, unit)), units };
  const read = readBookFiles(files, places);
  const [name, synthetic] = [read.about?.name ?? asked.name, read.about?.synthetic ?? false];
  const refuse = (refusals: BookRefusal[]) => new RolledBack({ kind: 'refused', unit, refusals });
  const inAll = (sentence: string) => refuse([{ file: '', line: null, sentence }]);
  // First of all: nothing else about a real book is worth saying while it cannot be kept. Units are public.
  if (!synthetic && !unitsLaidBy(files).nothingElse) await refuseWhileDemonstration(trx, 'a real post book');
  const overReal = synthetic ? whyNotMadeUp(all, unit) : null;
  if (overReal !== null) throw inAll(overReal);
  const planned = planImport(read, heldRows(all, synthetic), places);
  if (planned.kind === 'refused') throw refuse(planned.refusals);
  const { differences } = planned;
  const taken = takenOver(differences, places);
  if (taken.length > 0) throw refuse(taken);
  const notTheirs = whyNot(platform, unit, differences);
  if (notTheirs !== null) throw inAll(notTheirs);
  const takenOut = synthetic || unitsLaidBy(files).nothingElse ? null : await takeOutMadeUp(trx, all, unit);
  const counts = countDifferences(differences);
  await writeDifferences(trx, differences, {
    unit,
    synthetic,
    actor: platform.actor,
    at: platform.now(),
    officersHeld: new Set(
      all.officers.filter((each) => each.synthetic === synthetic).map(({ reference }) => reference),
    ),
  });
  const listed = listDifferences(differences, places);
  const answer = {
    unit,
    name,
    synthetic,
    counts,
    differences: listed,
    takenOut: takenOut === null ? 0 : countRows(takenOut),
  };
  if (dryRun) throw new RolledBack({ kind: 'would be imported', ...answer });
  await writeDown(trx, platform, { unit, name, synthetic, counts, files, differences, takenOut, places });
  return { kind: 'imported', ...answer };
}

/**
 * Absences are duties: who writes postings may not for that alone write them. A borough that is added to a unit widens
 * what everybody's roles in the unit reach: who writes in one unit may not.
 */
function whyNot({ principal }: Platform, unit: string, { absences, units }: Differences): string | null {
  const touched = ({ added, changed }: { added: unknown[]; changed: unknown[] }) => added.length + changed.length > 0;
  if (touched(units) && !may(principal, { module: 'postings', act: 'write', place: {} }))
    return 'The book lays out command units, which only the command line does as the owner of the data folder: leave units.csv out.';
  if (!touched(absences) || may(principal, { module: 'duties', act: 'write', place: { unit } })) return null;
  return 'The book has absences, which only somebody who writes duties of the whole unit may import: name them with --as, or leave absences out.';
}

type AllHeld = Awaited<ReturnType<typeof readBook>> &
  Awaited<ReturnType<typeof readAssets>> & {
    units: BoroughOfUnit[];
  };

/** A booking is one borough's: another has it once it is cancelled, and not by a row of the same key. */
function takenOver({ bookings }: Differences, { boroughs }: Places): BookRefusal[] {
  return bookings.changed
    .filter(({ before, row }) => before.boroughCode !== row.boroughCode)
    .map(({ before, row, at }) => {
      const name = boroughs.find(({ code }) => code === before.boroughCode)?.name ?? before.boroughCode;
      return {
        ...at,
        sentence: `${row.asset} is booked for ${name} then: have that cancelled first, or choose another time.`,
      };
    });
}

/**
 * Takes the made-up book of a unit out, of which nothing may become a real person's.
 * @returns its rows; null where there is none
 */
async function takeOutMadeUp(trx: Records, held: AllHeld, unit: string): Promise<HeldRows | null> {
  const { rows } = heldRows(held, true);
  const madeUp = { ...rows, units: [], absences: [] };
  if (countRows(madeUp) === 0) return null;
  return { ...madeUp, absences: await takeOutMadeUpBook(trx, unit) };
}

const countRows = (rows: HeldRows): number => Object.values(rows).reduce((sum, each) => sum + each.length, 0);

/** A made-up book is for records that hold no real one. */
function whyNotMadeUp(held: AllHeld, unit: string): string | null {
  const real = [held.posts, held.officers, held.clusters, held.budgets, held.courses, held.assets].some((rows) =>
    rows.some(({ synthetic }) => !synthetic),
  );
  return real ? `The records hold a real book of ${unit}: a made-up one is not laid over it.` : null;
}

async function writeDown(
  trx: Records,
  { actor, now }: Platform,
  given: {
    unit: string;
    name: string;
    synthetic: boolean;
    counts: ImportCounts;
    files: readonly BookFile[];
    differences: Differences;
    takenOut: HeldRows | null;
    places: Places;
  },
): Promise<void> {
  const { unit, name, synthetic, counts, differences, takenOut, places } = given;
  const at = now();
  const files = given.files.map(({ name: file, text }) => ({
    file,
    sha256: createHash('sha256')
      .update(text ?? '')
      .digest('hex'),
  }));
  const importId = await insertImport(trx, { unit, name, synthetic, at, actor, counts, files });
  if (takenOut !== null) {
    await insertRevisions(trx, revisionsOfTakenOut(takenOut, places), { unit, importId, actor, at });
    const detail = { unit, rows: countRows(takenOut) };
    await recordAudit(trx, { actor, action: 'organisation.take-out-made-up-book', subject: unit, detail });
  }
  await insertRevisions(trx, revisionsOf(differences, places), { unit, importId, actor, at });
  const sum = (what: 'added' | 'changed' | 'unchanged') =>
    Object.values(counts).reduce((total, count) => total + count[what], 0);
  const detail = { name, synthetic, added: sum('added'), changed: sum('changed'), unchanged: sum('unchanged') };
  await recordAudit(trx, { actor, action: 'organisation.import-book', subject: unit, detail: { unit, ...detail } });
  await auditUnits(trx, actor, differences.units);
}

/** An entry of its own for every unit that is laid out, since what roles in it reach changes. */
async function auditUnits(trx: Records, actor: string, { added, changed }: Differences['units']): Promise<void> {
  const boroughs = grouped(
    [...added, ...changed].map(({ row }) => row),
    ({ unit }) => unit,
  );
  for (const [unit, rows] of boroughs) {
    const detail = { unit, boroughs: rows.map(({ boroughCode, during }) => ({ borough: boroughCode, ...during })) };
    await recordAudit(trx, { actor, action: 'organisation.lay-out-unit', subject: unit, detail });
  }
}

/** What the records themselves refuse, in one sentence; null for a fault of Wardroom's own. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof Conflict) return error.message;
  if (!(error instanceof StatementError)) return null;
  if (error.code === 'WR001') return error.message;
  const kept: Readonly<Record<string, string>> = {
    no_post_is_shared_above_one: 'The parts of a post would come to more than 1',
    borough_in_one_unit: 'A borough would belong to two units on a day',
    one_rank_at_a_time: 'An officer would have two ranks at a time',
    posting_within_its_post: 'A posting would lie outside the days of its post',
  };
  const found = kept[error.constraint];
  return found === undefined ? null : `${found}, by what somebody wrote meanwhile: nothing was imported; try again.`;
}
