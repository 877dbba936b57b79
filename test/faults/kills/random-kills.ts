import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ensureReferenceAreas } from '../../../src/geography/service.ts';
import type { Random } from '../../../src/lib/statistics/random.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { importFiles, previewImport, revertImport } from '../../../src/sources/service.ts';
import { uploadJobs } from '../../../src/sources/uploads/jobs.ts';
import { listUploads } from '../../../src/sources/uploads/store.ts';
import type { FilesToImport } from './files-to-import.ts';
import { differences, type HeldState, heldState, orphans } from './held-state.ts';
import { drawMoment, type Ended, runUntil, type Timeline } from './kill-at.ts';
import { type Instance, type Store, withPlatform } from './stores.ts';

/** What the process that is killed is at. */
export type Task = 'import' | 'revert' | 'upload';

/** What a kill came to. */
export interface Kill {
  task: Task;
  store: Store['name'];
  ended: Ended;
  /** What was found when the records were opened anew. */
  found: 'all of it' | 'nothing of it';
  /** Files that no import owned: swept by the next import. */
  orphans: number;
}

/** Kills processes at random moments and checks what they leave. */
export interface RandomKills {
  /** @throws when anything is half there, or the same import afterwards comes to anything else */
  kill(task: Task, random: Random): Promise<Kill>;
  /** When an unkilled process begins each phase. */
  timeline(task: Task): Promise<Timeline>;
  close(): Promise<void>;
}

const VINTAGE = 'killed';

/** The states there may be, taken from imports that nobody killed. */
interface References {
  before: HeldState;
  imported: HeldState;
  reverted: HeldState;
  /** The same with the file that is imported last. */
  importedAndAfter: HeldState;
  revertedAndAfter: HeldState;
}

/** Makes the records that processes are killed at, and the states they may leave. */
export async function prepareKills(store: Store, files: FilesToImport): Promise<RandomKills> {
  const before = await store.empty();
  const first = await withPlatform(before, async (platform) => {
    await ensureReferenceAreas(platform);
    await importFiles(platform, named(files.before), { vintage: 'before' });
    return heldState(platform);
  });
  const imported = await store.copy(before);
  const second = await withPlatform(imported, async (platform) => {
    await importFiles(platform, named(files.killed), { vintage: VINTAGE });
    return heldState(platform);
  });
  const references = { before: first, imported: second, ...(await laterStates(store, imported, files)) };
  const timelines = new Map<Task, Timeline>();
  const commandLine = (task: Task, { dataFolder, url }: Instance): string[] => [
    dataFolder,
    url ?? '-',
    task,
    VINTAGE,
    ...(task === 'revert' ? [] : files.killed),
  ];
  const copyFor = (task: Task): Promise<Instance> => store.copy(task === 'revert' ? imported : before);
  const timeline = async (task: Task): Promise<Timeline> => {
    const known = timelines.get(task);
    if (known !== undefined) return known;
    const instance = await copyFor(task);
    const { timeline: measured } = await runUntil(commandLine(task, instance), null);
    await store.remove(instance);
    timelines.set(task, measured);
    return measured;
  };
  return {
    timeline,
    async kill(task, random) {
      const moment = drawMoment(await timeline(task), random);
      const instance = await copyFor(task);
      const ended = await runUntil(commandLine(task, instance), moment);
      // One that was quicker than the last is measured anew.
      if (ended.signal === null) timelines.set(task, ended.timeline);
      const kill = await withPlatform(instance, (platform) => examine(platform, task, files, references)).catch(
        (error: unknown) => {
          throw new Error(`${task} (${store.name}) killed ${JSON.stringify({ moment, ...ended })}: ${error}`);
        },
      );
      await store.remove(instance);
      return { task, store: store.name, ended, ...kill };
    },
    async close() {
      await store.remove(before);
      await store.remove(imported);
    },
  };
}

async function laterStates(
  store: Store,
  imported: Instance,
  files: FilesToImport,
): Promise<Omit<References, 'before' | 'imported'>> {
  const importedToo = await store.copy(imported);
  const importedAndAfter = await withPlatform(importedToo, (platform) => importAfter(platform, files));
  const revertedToo = await store.copy(imported);
  const rest = await withPlatform(revertedToo, async (platform) => {
    await revertImport(platform, VINTAGE);
    const reverted = await heldState(platform);
    return { reverted, revertedAndAfter: await importAfter(platform, files) };
  });
  await store.remove(importedToo);
  await store.remove(revertedToo);
  return { importedAndAfter, ...rest };
}

/** Looks at what is there, does again what was killed, and imports a further file. */
async function examine(
  platform: Platform,
  task: Task,
  files: FilesToImport,
  references: References,
): Promise<Pick<Kill, 'found' | 'orphans'>> {
  const [undone, done] =
    task === 'revert' ? [references.imported, references.reverted] : [references.before, references.imported];
  const state = await heldState(platform);
  const isDone = differences(state, done).length === 0;
  if (!isDone) expectSame('half of it is there', state, undone);
  const left = (await orphans(platform)).length;
  await doAgain(platform, task, files, isDone);
  expectSame('done again', await heldState(platform), done);
  if (!isDone && task !== 'revert') await expectSwept(platform);
  const last = await importAfter(platform, files);
  expectSame('after a further import', last, references[task === 'revert' ? 'revertedAndAfter' : 'importedAndAfter']);
  await expectSwept(platform);
  return { found: isDone ? 'all of it' : 'nothing of it', orphans: left };
}

async function doAgain(platform: Platform, task: Task, files: FilesToImport, isDone: boolean): Promise<void> {
  if (task === 'revert') {
    if (!isDone) await revertImport(platform, VINTAGE);
    return;
  }
  if (task === 'upload') await goOnWithUploads(platform);
  await importFiles(platform, named(files.killed), { vintage: VINTAGE });
}

/** As a server that is started again does, and then the reader who confirms what was read. */
async function goOnWithUploads(platform: Platform): Promise<void> {
  const { dataFolder } = platform;
  const faults: unknown[] = [];
  const jobs = uploadJobs({
    dataFolder,
    importUpload: (given, { dryRun, leftOutFolder }) =>
      (dryRun ? previewImport : importFiles)(platform, given, {
        vintage: VINTAGE,
        ...(dryRun ? { goOnWithoutRefused: true, leftOutFolder } : {}),
      }),
    logFault: (_id, error) => faults.push(error),
  });
  await jobs.takeUp();
  for (const upload of await listUploads(dataFolder)) {
    if (upload.state.kind === 'ready') await jobs.commit(upload, upload.state.report);
  }
  const states = (await listUploads(dataFolder)).map(({ state }) => state.kind);
  if (faults.length > 0 || states.some((kind) => kind !== 'imported'))
    throw new Error(`The upload did not go on: ${JSON.stringify(states)} ${faults.join(' ')}`);
}

async function importAfter(platform: Platform, files: FilesToImport): Promise<HeldState> {
  await importFiles(platform, named([files.after]), { vintage: 'after' });
  return heldState(platform);
}

function expectSame(what: string, found: HeldState, expected: HeldState): void {
  const parts = differences(found, expected);
  if (parts.length > 0) throw new Error(`${what}: ${parts.join(', ')} differ`);
}

async function expectSwept(platform: Platform): Promise<void> {
  const left = await orphans(platform);
  if (left.length > 0) throw new Error(`not swept: ${left.join(', ')}`);
  await rm(join(platform.dataFolder, 'look'), { recursive: true, force: true });
}

function named(paths: readonly string[]): { path: string; name: string }[] {
  return paths.map((path) => ({ path, name: basename(path) }));
}
