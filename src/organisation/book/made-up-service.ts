import { ownWork } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { HeldRows } from './book-rows.ts';
import { type BookImported, importBook } from './import-service.ts';
import { placesOf } from './unit-service.ts';
import { writeBookFiles } from './write-book-files.ts';

/** Lays a made-up book: it is written as files and imported like any other, so that it obeys every rule of a book. */
export const layMadeUpBook = ownWork(
  'organisation.lay-made-up-book',
  async (
    platform: Platform,
    given: { unit: string; name: string; rows: Omit<HeldRows, 'units'> },
  ): Promise<BookImported> => {
    const { unit, name, rows } = given;
    const places = await placesOf(platform.records, unit);
    const files = writeBookFiles({ name, unit, source: '', synthetic: true }, { ...rows, units: [] }, places);
    return importBook(platform, { unit, name, files, dryRun: false });
  },
);
