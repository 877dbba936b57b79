import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileToImport } from '../../src/sources/index.ts';

/** Writes files into a folder and gives them as files to import. */
export function filesIn(folder: string, files: Readonly<Record<string, string>>): Promise<FileToImport[]> {
  return Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const path = join(folder, name);
      await writeFile(path, text);
      return { path, name };
    }),
  );
}
