import { guarded } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { HeldRows } from './book-rows.ts';
import { postBook } from './book-service.ts';
import { readAssets } from './book-store.ts';
import { type PastImport, readImports } from './import-store.ts';
import { placesOf, unitCalled } from './unit-service.ts';
import { readBoroughsOfUnits } from './units-store.ts';
import { writeBookFiles } from './write-book-files.ts';

/** A book as files, and what it was left without. */
export interface ExportedBook {
  unit: string;
  files: { name: string; text: string }[];
  /** Absences are left out for who may not read duties. */
  withoutAbsences: boolean;
}

const atUnit = async ({ records }: Platform, unit: string | null) => ({ unit: await unitCalled(records, unit) });

/** The whole history of a unit's book as files that can be imported again. */
export const exportBook = guarded(
  { name: 'organisation.export-book', module: 'postings', act: 'read', place: atUnit },
  async (platform: Platform, unit: string | null): Promise<ExportedBook> => {
    const book = await postBook(platform, unit);
    const held = await platform.records.transaction().execute((trx) => readAssets(trx, book.unit));
    const assets = held.assets
      .filter(({ synthetic }) => synthetic === book.synthetic)
      .map(({ synthetic: _, ...asset }) => asset);
    const references = new Set(assets.map(({ reference }) => reference));
    const units = await readBoroughsOfUnits(platform.records);
    const rows: HeldRows = {
      units: units.filter(({ unit: name }) => name === book.unit),
      posts: book.posts,
      officers: book.officers.flatMap(({ reference, name, ranks }) =>
        ranks.map(({ rank, during }) => ({ reference, name, rank, during })),
      ),
      postings: book.postings,
      absences: book.absences ?? [],
      clusters: book.clusters,
      budget: book.budgets,
      'establishment-changes': book.changes,
      'earlier-allocation': book.earlier,
      courses: book.courses,
      training: book.training,
      assets,
      bookings: held.bookings.filter(({ asset }) => references.has(asset)),
    };
    const about = { name: `Book of ${book.unit}`, unit: book.unit, source: '', synthetic: book.synthetic };
    const places = await placesOf(platform.records, book.unit);
    return { unit: book.unit, files: writeBookFiles(about, rows, places), withoutAbsences: book.absences === null };
  },
);

/** Every import of a unit's book, the latest first. */
export const bookImports = guarded(
  { name: 'organisation.book-imports', module: 'postings', act: 'read', place: atUnit },
  async ({ records }: Platform, unit: string | null): Promise<PastImport[]> => {
    const name = await unitCalled(records, unit);
    return records.transaction().execute((trx) => readImports(trx, name));
  },
);
