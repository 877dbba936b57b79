import type { FileToImport, Refusal, RefusedFile } from '../model.ts';

/** Files of a command that cannot be imported, told one by one. */
export interface Refusals {
  /** Takes a file out of the command; throws where the command is to be whole. */
  tell(file: FileToImport, refusal: Refusal): void;
  /** The files that are still in. */
  without<File extends FileToImport>(files: readonly File[]): File[];
  told(): RefusedFile[];
}

/**
 * Collects the files of a command that cannot be imported.
 * @param files all files given, each with a path of its own
 * @param goOn false to let the first refusal refuse the command
 */
export function refusalsOf(files: readonly FileToImport[], goOn: boolean): Refusals {
  const told = new Map<string, RefusedFile>();
  return {
    tell(file, refusal) {
      if (!goOn) throw refusal;
      const position = files.findIndex(({ path }) => path === file.path);
      told.set(file.path, { file: file.name, position, because: refusal.message });
    },
    without: (some) => some.filter(({ path }) => !told.has(path)),
    told: () => [...told.values()].sort((a, b) => a.position - b.position),
  };
}
