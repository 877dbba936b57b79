import type { CategorySeries } from '../measures/index.ts';
import type { Records } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { FileToImport, ImportOptions, ImportRecord, ImportReport, OnProgress, RevertReport } from './model.ts';

/**
 * Imports files as one vintage: all of them or, when one is refused, none.
 * @throws Refusal with one sentence that names the file and says what to do
 */
export async function importFiles(
  _platform: Platform,
  _files: readonly FileToImport[],
  _options: ImportOptions = {},
  _onProgress: OnProgress = () => {},
): Promise<ImportReport> {
  throw new Error('being written');
}

/** Does everything an import does and keeps nothing, so the counts are those of the import. */
export async function previewImport(
  platform: Platform,
  files: readonly FileToImport[],
  options: ImportOptions = {},
  onProgress: OnProgress = () => {},
): Promise<ImportReport> {
  return importFiles(platform, files, { ...options, dryRun: true }, onProgress);
}

/** Past imports, the latest first, reverted ones included. */
export async function listImports(_records: Records): Promise<ImportRecord[]> {
  throw new Error('being written');
}

/**
 * Takes back one import by its id, or a whole command by the name of its vintage.
 * @throws Refusal when there is no live import of that id or name
 */
export async function revertImport(_platform: Platform, _idOrVintage: string): Promise<RevertReport> {
  throw new Error('being written');
}

/** Keeps made-up series, which count only while no real figures are held; does nothing when the label is there. */
export async function importSynthetic(_platform: Platform, _series: CategorySeries[], _label: string): Promise<void> {
  throw new Error('being written');
}
