import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import { boroughsOn } from '../organisation/index.ts';
import { listUnits } from '../organisation/service.ts';
import type { Platform } from '../platform/platform.ts';
import { Conflict, html, NotFound, receiveFiles, TooLarge } from '../platform/web/index.ts';
import { countWords } from '../ui/count-words.ts';
import { isVintageName } from './engine/vintage-name.ts';
import { downloadLines, type LeftOutRow } from './left-out/left-out-lines.ts';
import { leftOutIn, readLeftOut } from './left-out/left-out-store.ts';
import type { ImportRecord } from './model.ts';
import { ImportPage, type ImportPageModel } from './pages/import-page.tsx';
import { ImportPreviewPage } from './pages/import-preview-page.tsx';
import { RevertPage } from './pages/revert-page.tsx';
import type { UploadFormModel } from './pages/upload-form.tsx';
import { importFiles, leftOutOf, listImports, previewImport, revertImport } from './service.ts';
import type { StandingImport } from './standing/standing-import.ts';
import { listStanding } from './standing/standing-service.ts';
import { type UploadJobs, uploadJobs } from './uploads/jobs.ts';
import type { Upload } from './uploads/model.ts';
import {
  listUploads,
  newUploadFolder,
  readUpload,
  removeUpload,
  sweepUploads,
  uploadFolder,
  writeUpload,
} from './uploads/store.ts';

const MOST_UPLOADED_BYTES = 200_000_000;
const MOST_INFLATED_BYTES = 4_000_000_000;
const DAY_IN_MILLISECONDS = 86_400_000;
/** A short import is answered when it is done; a long one by a page that says how far it is. */
const PATIENCE_IN_MILLISECONDS = 1_500;

/** How often uploads are looked for whose process has ended: another than this one may have. */
const LOOK_EVERY_MILLISECONDS = 30_000;
const MOST_VINTAGES_ON_A_PAGE = 20;

const idParameter = z.object({ id: z.string() });
const pageQuery = z.object({
  imported: z.string().optional().catch(undefined),
  reverted: z.string().optional().catch(undefined),
  page: z.coerce.number().int().positive().catch(1),
});
const leftOutQuery = z.object({
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .catch(undefined),
  reason: z.string().optional().catch(undefined),
});

/** Mounts the import pages: what is held, upload, preview, commit, discard, revert, rows left out. */
export function sourcesRoutes(server: FastifyInstance, { platform }: { platform: Platform }): void {
  const jobs = uploadJobs({
    dataFolder: platform.dataFolder,
    importUpload: (files, { vintage, about, dryRun, leftOutFolder }, told) =>
      (dryRun ? previewImport : importFiles)(
        platform,
        files,
        {
          largestInflated: MOST_INFLATED_BYTES,
          ...(vintage === null ? {} : { vintage }),
          ...(about === null ? {} : { about }),
          ...(dryRun ? { goOnWithoutRefused: true, leftOutFolder } : {}),
        },
        told,
      ),
    logFault: (uploadId, error) => server.log.error({ err: error, uploadId }, 'an import failed'),
  });
  const takeUp = () => jobs.takeUp().catch((error: unknown) => server.log.error({ err: error }, 'uploads wait'));
  let looking: NodeJS.Timeout | undefined;
  server.addHook('onReady', async () => {
    await sweep(platform, jobs);
    void takeUp();
    looking = setInterval(takeUp, LOOK_EVERY_MILLISECONDS).unref();
  });
  server.addHook('preClose', async () => {
    clearInterval(looking);
    jobs.stop();
  });
  importRoutes(server, platform, jobs);
  previewRoutes(server, platform, jobs);
  revertRoutes(server, platform);
}

function importRoutes(server: FastifyInstance, platform: Platform, jobs: UploadJobs): void {
  server.get('/import', async (request, reply) => {
    const query = pageQuery.parse(request.query);
    const imports = await listStanding(platform);
    const done = whatWasDone(query, imports);
    return answerImportPage(reply, platform, imports, { form: EMPTY_FORM, done, page: query.page });
  });

  server.post('/import', async (request, reply) => {
    await sweep(platform, jobs);
    const { id, folder } = await newUploadFolder(platform.dataFolder);
    const refuse = async (form: TypedForm) => {
      await removeUpload(platform.dataFolder, id);
      return answerImportPage(reply, platform, await listStanding(platform), { form, done: null, page: 1 });
    };
    try {
      const { files, fields } = await receiveFiles(request, folder, MOST_UPLOADED_BYTES);
      const typed = { vintage: fields.vintage ?? '', about: fields.about ?? '' };
      const error = wrongIn({ files: files.length, ...typed });
      if (error !== null) return await refuse({ ...typed, error });
      const upload: Upload = {
        id,
        startedAt: platform.now().toISOString(),
        vintage: typed.vintage.trim() || null,
        about: typed.about.trim() || null,
        attempts: 0,
        files: files.map(({ name, bytes }) => ({ name, bytes })),
        state: { kind: 'reading' },
      };
      await writeUpload(platform.dataFolder, upload);
      await patiently(jobs.preview(upload));
      return reply.redirect(`/import/preview/${id}`, 303);
    } catch (error) {
      if (error instanceof TooLarge) return refuse({ ...EMPTY_FORM, error: { field: 'files', message: TOO_LARGE } });
      await removeUpload(platform.dataFolder, id);
      throw error;
    }
  });
}

type TypedForm = Pick<UploadFormModel, 'vintage' | 'about' | 'error'>;
const EMPTY_FORM: TypedForm = { vintage: '', about: '', error: null };

/** What of a form must be put right before its files are read. */
function wrongIn({ files, vintage, about }: { files: number; vintage: string; about: string }): TypedForm['error'] {
  if (files === 0) return { field: 'files', message: NO_FILES };
  if (vintage.trim() !== '' && !isVintageName(vintage.trim())) return { field: 'vintage', message: BAD_VINTAGE };
  if (about.length > MOST_ABOUT_LETTERS) return { field: 'about', message: BAD_ABOUT };
  return null;
}

const MOST_ABOUT_LETTERS = 100;
const NO_FILES = 'Choose at least one file.';
const BAD_VINTAGE = 'Name the publication with letters, numbers, spaces, full stops, dashes: up to 60 of them.';
const BAD_ABOUT = `Say what the files are about in at most ${MOST_ABOUT_LETTERS} characters, such as E05000130.`;
const TOO_LARGE = `Choose files of at most ${MOST_UPLOADED_BYTES / 1_000_000} MB together, or use "wardroom import" for larger ones.`;

function previewRoutes(server: FastifyInstance, platform: Platform, jobs: UploadJobs): void {
  const find = async (params: unknown): Promise<Upload> => {
    const { id } = idParameter.parse(params);
    const upload = await readUpload(platform.dataFolder, id);
    if (upload === null)
      throw new NotFound('These files are not here any more: they are kept for a day.', [
        { href: '/import', text: 'Send them again' },
      ]);
    return upload;
  };

  server.get('/import/preview/:id', async (request, reply) => {
    const upload = await find(request.params);
    if (upload.state.kind === 'imported')
      return reply.redirect(`/import?imported=${encodeURIComponent(upload.state.report.vintage)}`, 303);
    const [unit, imports] = await Promise.all([unitShown(platform), listImports(platform.records)]);
    return html(
      reply,
      <ImportPreviewPage
        unit={unit}
        upload={upload}
        progress={progressOf(upload, jobs)}
        onlySynthetic={onlySynthetic(imports)}
      />,
    );
  });

  server.get('/import/preview/:id/progress', async (request, reply) => {
    const upload = await find(request.params);
    return reply.header('cache-control', 'no-store').send({ progress: progressOf(upload, jobs) });
  });

  server.get('/import/preview/:id/left-out.csv', async (request, reply) => {
    const upload = await find(request.params);
    const { file, reason } = leftOutQuery.parse(request.query);
    const imports = upload.state.kind === 'ready' ? upload.state.report.imports : [];
    const position = imports.findIndex(({ sha256 }) => sha256 === file);
    const found = imports[position];
    if (found === undefined) throw new NotFound(NO_ROWS_KEPT);
    const path = leftOutIn(uploadFolder(platform.dataFolder, upload.id), found.sha256);
    const rows = await readLeftOut(path, { reason: reason ?? null, file: found.file });
    return sendLeftOut(reply, rows, `left-out-file-${position + 1}.csv`);
  });

  server.post('/import/preview/:id/commit', async (request, reply) => {
    const upload = await find(request.params);
    if (upload.state.kind !== 'ready' || jobs.busy().has(upload.id) || upload.state.report.imports.length === 0)
      throw new Conflict('These files are being imported already, or were: see what is held on the import page.');
    await patiently(jobs.commit(upload, upload.state.report));
    return reply.redirect(`/import/preview/${upload.id}`, 303);
  });

  server.post('/import/preview/:id/discard', async (request, reply) => {
    const upload = await find(request.params);
    if (upload.state.kind === 'importing' && jobs.busy().has(upload.id))
      throw new Conflict('These files are being imported: wait until it is done, then take them back.');
    await removeUpload(platform.dataFolder, upload.id);
    return reply.redirect('/import', 303);
  });
}

function revertRoutes(server: FastifyInstance, platform: Platform): void {
  const find = async (params: unknown): Promise<ImportRecord> => {
    const { id } = idParameter.parse(params);
    const record = (await listImports(platform.records)).find((each) => each.id === id);
    if (record === undefined)
      throw new NotFound('There is no such import.', [{ href: '/import', text: 'See what is held' }]);
    if (record.revertedAt !== null) throw new Conflict(`${record.file} was taken back already: see the import page.`);
    return record;
  };

  server.get('/import/:id/revert', async (request, reply) => {
    const file = await find(request.params);
    return html(reply, <RevertPage unit={await unitShown(platform)} file={file} />);
  });

  server.get('/import/:id/left-out.csv', async (request, reply) => {
    const { id } = await find(request.params);
    const { reason } = leftOutQuery.parse(request.query);
    return sendLeftOut(reply, await leftOutOf(platform, id, reason ?? null), `left-out-import-${id}.csv`);
  });

  server.post('/import/:id/revert', async (request, reply) => {
    const file = await find(request.params);
    const { notices } = await revertImport(platform, file.id);
    if (notices.length === 0) return reply.redirect(`/import?reverted=${file.id}`, 303);
    const done = { heading: `Taken back: ${file.file} no longer counts.`, notices };
    return answerImportPage(reply, platform, await listStanding(platform), { form: EMPTY_FORM, done, page: 1 });
  });
}

const NO_ROWS_KEPT =
  'No rows were kept for this file: either none were left out, or it was imported before they were kept.';

/** Streams rows left out as a file to keep; its name has nothing of the sender's in it. */
function sendLeftOut(reply: FastifyReply, rows: AsyncIterable<LeftOutRow> | null, name: string): FastifyReply {
  if (rows === null) throw new NotFound(NO_ROWS_KEPT, [{ href: '/import', text: 'See what is held' }]);
  return reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(downloadLines(rows)));
}

/** Where the work on an upload has come to; null when nothing is to be done until someone asks. */
function progressOf(upload: Upload, jobs: UploadJobs): string | null {
  const told = jobs.progress(upload.id);
  if (told !== null) return told;
  const underWay = upload.state.kind === 'reading' || upload.state.kind === 'importing';
  return underWay ? 'Another process of Wardroom is at it, or this one will go on with it within a minute.' : null;
}

async function answerImportPage(
  reply: FastifyReply,
  platform: Platform,
  imports: StandingImport[],
  { form, done, page }: { form: TypedForm; done: ImportPageModel['done']; page: number },
): Promise<FastifyReply> {
  const shown = (
    <ImportPage
      unit={await unitShown(platform)}
      imports={imports}
      done={done}
      form={{ ...form, mostMegabytes: MOST_UPLOADED_BYTES / 1_000_000 }}
      page={{ number: page, vintages: MOST_VINTAGES_ON_A_PAGE }}
    />
  );
  return html(reply, shown, form.error === null ? 200 : 400);
}

/** Says what an address claims was done, but only when the records agree. */
function whatWasDone(query: z.infer<typeof pageQuery>, imports: ImportRecord[]): ImportPageModel['done'] {
  const imported = imports.filter((each) => each.vintage === query.imported && each.revertedAt === null);
  if (imported.length > 0) {
    const files = countWords(imported.length, 'file');
    return { heading: `Imported: vintage ${query.imported} holds ${files}.`, notices: [] };
  }
  const reverted = imports.find((each) => each.id === query.reverted && each.revertedAt !== null);
  return reverted === undefined ? null : { heading: `Taken back: ${reverted.file} no longer counts.`, notices: [] };
}

const onlySynthetic = (imports: ImportRecord[]) => {
  const live = imports.filter((each) => each.revertedAt === null && each.kind !== 'boundaries');
  return live.length > 0 && live.every((each) => each.kind === 'synthetic');
};

async function unitShown(platform: Platform): Promise<{ name: string; boroughs: string[] }> {
  const [unit] = await listUnits(platform.records);
  if (unit === undefined) throw new NotFound('No command unit is recorded.');
  const today = todayInLondon(platform.now());
  return { name: unit.name, boroughs: boroughsOn(unit, today).map((borough) => borough.name) };
}

/** Removes uploads that nothing happened to for a day, but for those that are under way or to be gone on with. */
async function sweep(platform: Platform, jobs: UploadJobs): Promise<void> {
  const before = new Date(platform.now().getTime() - DAY_IN_MILLISECONDS);
  const underWay = (await listUploads(platform.dataFolder)).filter(({ state }) =>
    ['reading', 'importing'].includes(state.kind),
  );
  await sweepUploads(platform.dataFolder, before, new Set([...jobs.busy(), ...underWay.map(({ id }) => id)]));
}

/** Waits for a job, but not for long: what it comes to is written down, and the next page tells. */
async function patiently(job: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_IN_MILLISECONDS);
  });
  await Promise.race([job, patience]);
  clearTimeout(timer);
}
