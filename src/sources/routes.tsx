import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import { boroughsOn } from '../organisation/index.ts';
import { listUnits } from '../organisation/service.ts';
import type { Platform } from '../platform/platform.ts';
import { Conflict, html, NotFound, receiveFiles, TooLarge } from '../platform/web/index.ts';
import { countWords } from '../ui/count-words.ts';
import { isVintageName } from './engine/vintage-name.ts';
import type { ImportRecord } from './model.ts';
import { ImportPage, type ImportPageModel } from './pages/import-page.tsx';
import { ImportPreviewPage } from './pages/import-preview-page.tsx';
import { progressSentence } from './pages/progress-sentence.ts';
import { RevertPage } from './pages/revert-page.tsx';
import type { UploadFormModel } from './pages/upload-form.tsx';
import { importFiles, listImports, previewImport, revertImport } from './service.ts';
import { type UploadJobs, uploadJobs } from './uploads/jobs.ts';
import type { Upload } from './uploads/model.ts';
import { newUploadFolder, readUpload, removeUpload, sweepUploads, writeUpload } from './uploads/store.ts';

const MOST_UPLOADED_BYTES = 200_000_000;
const MOST_INFLATED_BYTES = 4_000_000_000;
const DAY_IN_MILLISECONDS = 86_400_000;
/** A short import is answered when it is done; a long one by a page that says how far it is. */
const PATIENCE_IN_MILLISECONDS = 1_500;

const idParameter = z.object({ id: z.string() });
const doneQuery = z.object({
  imported: z.string().optional().catch(undefined),
  reverted: z.string().optional().catch(undefined),
});

/** Mounts the import pages: what is held, upload, preview, commit, discard, revert. */
export function sourcesRoutes(server: FastifyInstance, { platform }: { platform: Platform }): void {
  const jobs = uploadJobs({
    dataFolder: platform.dataFolder,
    importUpload: (files, { vintage, dryRun }, told) =>
      (dryRun ? previewImport : importFiles)(
        platform,
        files,
        { largestInflated: MOST_INFLATED_BYTES, ...(vintage === null ? {} : { vintage }) },
        (progress) => told(progressSentence(progress)),
      ),
    logFault: (uploadId, error) => server.log.error({ err: error, uploadId }, 'an import failed'),
  });
  server.addHook('onReady', () => sweep(platform, jobs));
  importRoutes(server, platform, jobs);
  previewRoutes(server, platform, jobs);
  revertRoutes(server, platform);
}

function importRoutes(server: FastifyInstance, platform: Platform, jobs: UploadJobs): void {
  server.get('/import', async (request, reply) => {
    const query = doneQuery.parse(request.query);
    const imports = await listImports(platform.records);
    return answerImportPage(reply, platform, imports, { vintage: '', error: null }, whatWasDone(query, imports));
  });

  server.post('/import', async (request, reply) => {
    await sweep(platform, jobs);
    const { id, folder } = await newUploadFolder(platform.dataFolder);
    const refuse = async (form: Pick<UploadFormModel, 'vintage' | 'error'>) => {
      await removeUpload(platform.dataFolder, id);
      return answerImportPage(reply, platform, await listImports(platform.records), form, null);
    };
    try {
      const { files, fields } = await receiveFiles(request, folder, MOST_UPLOADED_BYTES);
      const typed = fields.vintage ?? '';
      const vintage = typed.trim() === '' ? null : typed.trim();
      if (files.length === 0) return await refuse({ vintage: typed, error: { field: 'files', message: NO_FILES } });
      if (vintage !== null && !isVintageName(vintage))
        return await refuse({ vintage: typed, error: { field: 'vintage', message: BAD_VINTAGE } });
      const upload: Upload = {
        id,
        startedAt: platform.now().toISOString(),
        vintage,
        files: files.map(({ name, bytes }) => ({ name, bytes })),
        state: { kind: 'reading' },
      };
      await writeUpload(platform.dataFolder, upload);
      await patiently(jobs.preview(upload));
      return reply.redirect(`/import/preview/${id}`, 303);
    } catch (error) {
      if (error instanceof TooLarge) return refuse({ vintage: '', error: { field: 'files', message: TOO_LARGE } });
      await removeUpload(platform.dataFolder, id);
      throw error;
    }
  });
}

const NO_FILES = 'Choose at least one file.';
const BAD_VINTAGE = 'Name the publication with letters, numbers, spaces, full stops, dashes: up to 60 of them.';
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
        progress={jobs.progress(upload.id)}
        onlySynthetic={onlySynthetic(imports)}
      />,
    );
  });

  server.get('/import/preview/:id/progress', async (request, reply) => {
    const upload = await find(request.params);
    return reply.header('cache-control', 'no-store').send({ progress: jobs.progress(upload.id) });
  });

  server.post('/import/preview/:id/commit', async (request, reply) => {
    const upload = await find(request.params);
    if (upload.state.kind !== 'ready' || jobs.busy().has(upload.id))
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

  server.post('/import/:id/revert', async (request, reply) => {
    const file = await find(request.params);
    const { notices } = await revertImport(platform, file.id);
    if (notices.length === 0) return reply.redirect(`/import?reverted=${file.id}`, 303);
    const imports = await listImports(platform.records);
    return answerImportPage(
      reply,
      platform,
      imports,
      { vintage: '', error: null },
      {
        heading: `Taken back: ${file.file} no longer counts.`,
        notices,
      },
    );
  });
}

async function answerImportPage(
  reply: FastifyReply,
  platform: Platform,
  imports: ImportRecord[],
  form: Pick<UploadFormModel, 'vintage' | 'error'>,
  done: ImportPageModel['done'],
): Promise<FastifyReply> {
  const page = (
    <ImportPage
      unit={await unitShown(platform)}
      imports={imports}
      done={done}
      form={{ ...form, mostMegabytes: MOST_UPLOADED_BYTES / 1_000_000 }}
    />
  );
  return html(reply, page, form.error === null ? 200 : 400);
}

/** Says what an address claims was done, but only when the records agree. */
function whatWasDone(query: z.infer<typeof doneQuery>, imports: ImportRecord[]): ImportPageModel['done'] {
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

const sweep = (platform: Platform, jobs: UploadJobs) =>
  sweepUploads(platform.dataFolder, new Date(platform.now().getTime() - DAY_IN_MILLISECONDS), jobs.busy());

/** Waits for a job, but not for long: what it comes to is written down, and the next page tells. */
async function patiently(job: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_IN_MILLISECONDS);
  });
  await Promise.race([job, patience]);
  clearTimeout(timer);
}
