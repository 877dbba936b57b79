import { join } from 'node:path';
import type { Month } from '../../lib/calendar/month.ts';
import { Refusal } from '../model.ts';

/** Usable rows of one force and month in one entry of a batch. */
export interface EntryMonth {
  entry: number;
  force: string;
  month: Month;
  rows: number;
}

/** The files of the lake that one import writes, one for each force and month, batch by batch. */
export interface MonthsWriter {
  /**
   * Writes the months of a batch.
   * @param nameOf the file's name of an entry
   * @param write writes one month to a path
   * @throws Refusal when a month of a force was written before
   */
  add<Written extends EntryMonth>(
    months: readonly Written[],
    nameOf: (entry: number) => string | undefined,
    write: (month: Written, path: string) => Promise<void>,
  ): Promise<void>;
  /** Months written of each force, both in order. */
  months(): Map<string, Month[]>;
  /** Files written, by path. */
  files(): { path: string; rows: number }[];
}

/** Writing a month uses one core, so two are written at a time. */
const MONTHS_AT_ONCE = 2;

/**
 * Starts the files of one import.
 * @param name of the file that is imported
 * @param lakeFolder folder they are written to
 */
export function monthsWriter(name: string, lakeFolder: string): MonthsWriter {
  const written = new Map<string, Set<Month>>();
  const files: { path: string; rows: number }[] = [];
  return {
    async add(months, nameOf, write) {
      for (const { entry, force, month } of months) {
        const ofForce = written.get(force) ?? new Set<Month>();
        written.set(force, ofForce);
        if (ofForce.has(month)) {
          throw new Refusal(
            `"${name}" holds ${month} of ${force} more than once (again in ${nameOf(entry)}): keep one of them.`,
          );
        }
        ofForce.add(month);
      }
      const waiting = [...months];
      const writeNext = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const path = `${next.force}-${next.month}.parquet`;
          await write(next, join(lakeFolder, path));
          files.push({ path, rows: next.rows });
        }
      };
      await Promise.all(Array.from({ length: MONTHS_AT_ONCE }, writeNext));
    },
    months: () => new Map([...written].sort().map(([force, months]) => [force, [...months].sort()])),
    files: () => files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
