import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Month } from '../../lib/calendar/month.ts';
import { archivePlace } from '../archive/archive-place.ts';
import { type IncidentBatch, openIncidentArchive, singleBatch } from '../archive/incident-archive-importer.ts';
import type { IncidentKindName } from '../incidents/incident-kinds.ts';
import type { IndexedWards } from '../incidents/indexed-wards.ts';
import { isKnownForce } from '../incidents/known-forces.ts';
import { type StagedIncidents, stageIncidents } from '../incidents/stage-incidents-importer.ts';
import { type OnProgress, type ReasonCount, Refusal } from '../model.ts';
import { oneLine } from '../one-line.ts';
import { OUTCOMES } from '../outcomes/outcomes-store.ts';
import { STOP_AND_SEARCH } from '../stop-and-search/stop-and-search-store.ts';
import { type StagedStreet, stageStreet } from '../street/street-importer.ts';
import type { InspectedFile } from './inspect-importer.ts';

/** A file or archive of incidents, each kind in it read by itself; at least one is there. */
export interface StagedIncidentFile {
  isArchive: boolean;
  street: StagedStreet | null;
  stopAndSearch: StagedIncidents | null;
  outcomes: StagedIncidents | null;
  /** Files of an archive that are not imported, by what they are. */
  leftOut: ReasonCount[];
  /** Folder for what is made of the parts together. */
  folder: string;
}

export interface IncidentFileSettings {
  /** Staging folder of the command. */
  folder: string;
  wards: readonly IndexedWards[];
  now: Month;
  /** What the operator says the file is about: the force of a stop-and-search file that does not say. */
  about: string | null;
  largestInflated: number | undefined;
}

/** @throws Refusal when the archive is unsafe, damaged or without incidents, or no row of a single kind can be used */
export async function stageIncidentFile(
  file: InspectedFile,
  settings: IncidentFileSettings,
  onProgress: OnProgress,
): Promise<StagedIncidentFile> {
  const folder = join(settings.folder, file.sha256.slice(0, 16));
  await mkdir(folder, { recursive: true });
  const told = (done: number, total: number): void =>
    onProgress({ file: file.name, step: 'checking and placing in wards', done, total });
  const { kind } = file.recognised;
  if (kind !== 'archive') {
    told(0, 1);
    return stageKinds(
      file,
      { ...settings, folder },
      { kinds: [kind as IncidentKindName], batches: () => singleBatch(file) },
    );
  }
  const archive = await openIncidentArchive(file, folder, settings.largestInflated, told);
  try {
    return { ...(await stageKinds(file, { ...settings, folder }, archive)), leftOut: archive.leftOut };
  } finally {
    archive.close();
  }
}

interface Batches {
  kinds: readonly IncidentKindName[];
  batches(kind: IncidentKindName): AsyncIterable<IncidentBatch>;
}

async function stageKinds(
  file: InspectedFile,
  { folder, wards, now, about }: IncidentFileSettings,
  { kinds, batches }: Batches,
): Promise<StagedIncidentFile> {
  const isArchive = file.recognised.kind === 'archive';
  const settingsOf = async (kind: IncidentKindName) => {
    const own = join(folder, kind);
    await mkdir(own, { recursive: true });
    const forceOfEntry = (name: string): string | null =>
      kind === 'stop-and-search' ? (forceSaidBy(name, about) ?? refuseWithoutForce(file.name, name, about)) : null;
    return { name: file.name, folder: own, wards, now, ofArchive: isArchive, forceOfEntry };
  };
  const staged: StagedIncidentFile = {
    isArchive,
    street: null,
    stopAndSearch: null,
    outcomes: null,
    leftOut: [],
    folder,
  };
  for (const kind of kinds) {
    const each = await settingsOf(kind);
    if (kind === 'street') staged.street = await stageStreet(each, batches(kind));
    else if (kind === 'outcomes') staged.outcomes = await stageIncidents(OUTCOMES, each, batches(kind));
    else staged.stopAndSearch = await stageIncidents(STOP_AND_SEARCH, each, batches(kind));
  }
  refuseWithoutRows(
    file.name,
    [staged.street, staged.stopAndSearch, staged.outcomes].flatMap((each) => each ?? []),
  );
  return staged;
}

/** The force of a file whose rows do not name it: its official name says it, or else who gives the file. */
function forceSaidBy(name: string, about: string | null): string | null {
  return archivePlace(basename(name))?.force ?? (about !== null && isKnownForce(about) ? about : null);
}

function refuseWithoutForce(name: string, entry: string, about: string | null): never {
  const which = entry === name ? '' : ` (${entry})`;
  if (about !== null) {
    throw new Refusal(
      `"${name}" holds stop and search${which}, and "${oneLine(about)}" is no police force: say --about with the name that data.police.uk uses, such as metropolitan, city-of-london or btp.`,
    );
  }
  throw new Refusal(
    `"${name}" holds stop and search${which}, which does not say whose it is: keep the official name, such as 2024-01-metropolitan-stop-and-search.csv, or say --about metropolitan.`,
  );
}

function refuseWithoutRows(
  name: string,
  parts: readonly { rowsRead: number; rowsUsed: number; refused: ReasonCount[] }[],
): void {
  if (parts.some(({ rowsUsed }) => rowsUsed > 0)) return;
  const [reason] = parts.flatMap(({ refused }) => refused);
  throw new Refusal(
    parts.every(({ rowsRead }) => rowsRead === 0)
      ? `"${name}" has column names but no rows: download it again.`
      : `"${name}" has no row that can be used (${reason?.reason}): download it again.`,
  );
}
