import type { ImportedFile, ImportRecord, ImportReport, RefusedFile } from '../model.ts';

/** What planning and keeping a command came to. */
export interface ReportedCommand {
  vintage: string;
  dryRun: boolean;
  /** Every file of the command, in the order given. */
  files: readonly { name: string; sha256: string }[];
  /** Hashes of the files that were read and kept (or, in a dry run, would have been). */
  fresh: ReadonlySet<string>;
  refusedFiles: readonly RefusedFile[];
}

/**
 * The report of a command, from the imports as they stand in the records; what a dry run would change of the figures is
 * not known here.
 * @param live imports not reverted, the latest first, those of the command among them
 */
export function reportImport(live: readonly ImportRecord[], command: ReportedCommand): ImportReport {
  const reported = new Set<string>();
  const found = command.files.flatMap(({ name, sha256 }) => {
    const all = live.filter((each) => each.sha256 === sha256);
    const held = all.find(({ vintage }) => vintage === command.vintage) ?? all[0];
    return held ? [{ name, held }] : [];
  });
  const imports = found.map(({ name, held }): ImportedFile => {
    const isNew = command.fresh.has(held.sha256) && !reported.has(held.sha256);
    reported.add(held.sha256);
    return asFile(held, name, { unchanged: !isNew, id: isNew && command.dryRun ? null : held.id });
  });
  const boundaryVersions = [...new Set(found.flatMap(({ held }) => held.boundaryVersions))].sort();
  const { vintage, dryRun, refusedFiles } = command;
  const heldAlready = imports.filter(({ unchanged }) => unchanged).length;
  const changes = dryRun ? { heldAlready, measures: [], givenUp: [], replaced: [] } : null;
  return { vintage, dryRun, boundaryVersions, imports, refusedFiles: [...refusedFiles], changes };
}

function asFile(
  held: ImportRecord,
  file: string,
  { unchanged, id }: Pick<ImportedFile, 'unchanged' | 'id'>,
): ImportedFile {
  const { sha256, recognisedAs, kind, rowsRead, rowsUsed, refused, notices, supersededMonths, from, to } = held;
  return {
    id,
    file,
    sha256,
    recognisedAs,
    kind,
    rowsRead,
    rowsUsed,
    refused,
    notices,
    supersededMonths,
    from,
    to,
    unchanged,
  };
}
