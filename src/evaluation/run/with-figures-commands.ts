import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../sources/index.ts';
import { importFiles } from '../../sources/service.ts';
import type { CharterShown } from '../model.ts';
import { charterToRun } from './charter-to-run-service.ts';

/** How commands of evaluations reach the records: the ones of the settings, and empty ones that are gone when closed. */
export interface EvaluationOpenings {
  open: OpenPlatform;
  openEmpty: OpenPlatform;
  output: Output;
}

/** A charter with the records that have its figures. */
export interface CharterRun {
  platform: Platform;
  shown: CharterShown;
}

/**
 * Finds a charter and does something by its figures: those of the records or, where files are named, those of the files
 * alone, read into records that are gone afterwards. What cannot be done is said.
 * @param asked.from files; none: the records
 */
export async function withFigures(
  { open, openEmpty, output }: EvaluationOpenings,
  asked: { charter: string; from: readonly string[] },
  work: (run: CharterRun) => Promise<void>,
): Promise<void> {
  const files = asked.from.map((path) => ({ path: resolve(path), name: basename(path) }));
  const missing = files.find(({ path }) => !existsSync(path));
  if (missing !== undefined) throw new Refusal(`There is no file ${missing.path}: check how it is spelt.`);
  const { platform, close } = await (files.length > 0 ? openEmpty : open)();
  try {
    const found = await charterToRun(platform, asked.charter);
    if (found.kind === 'refused') {
      for (const sentence of found.because) output.error(sentence);
      output.exitCode(1);
      return;
    }
    const { shown } = found;
    const { vintage } = shown.charter;
    if (files.length > 0) {
      await importFiles(platform, files, vintage.policy === 'named' ? { vintage: vintage.name } : {});
    }
    await work({ platform, shown });
  } finally {
    await close();
  }
}
