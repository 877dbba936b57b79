import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf, type Principal } from '../platform/access/index.ts';
import type { Platform } from '../platform/platform.ts';
import { Conflict, html, NotFound, receiveFiles, TooLarge } from '../platform/web/index.ts';
import { countWords } from '../ui/count-words.ts';
import { areaCountRoutes } from './area-count/area-count-routes.tsx';
import { isVintageName } from './engine/vintage-name.ts';
import { withImporterNames } from './importer-names-service.ts';
import type { ImportRecord } from './model.ts';
import { ImportPage, type ImportPageModel } from './pages/import-page.tsx';
import { RevertPage } from './pages/revert-page.tsx';
import type { UploadFormModel } from './pages/upload-form.tsx';
import {
  IMPORTERS,
  leftOutQuery,
  patiently,
  previewRoutes,
  READERS,
  sendLeftOut,
  unitShown,
} from './preview-routes.tsx';
import { importFiles, leftOutOf, listImports, previewImport, revertImport } from './service.ts';
import type { StandingImport } from './standing/standing-import.ts';
import { listStanding } from './standing/standing-service.ts';
import { type BeganBy, rememberWhoBegan } from './uploads/began-by-jobs.ts';
import { type UploadJobs, uploadJobs } from './uploads/jobs.ts';
import type { Upload } from './uploads/model.ts';
import { listUploads, newUploadFolder, removeUpload, sweepUploads, writeUpload } from './uploads/store.ts';

const MOST_UPLOADED_BYTES = 200_000_000;
const MOST_INFLATED_BYTES = 4_000_000_000;
const DAY_IN_MILLISECONDS = 86_400_000;

/** How often uploads are looked for whose process has ended: another than this one may have. */
const LOOK_EVERY_MILLISECONDS = 30_000;
const MOST_VINTAGES_ON_A_PAGE = 20;

const idParameter = z.object({ id: z.string() });
const pageQuery = z.object({
  imported: z.string().optional().catch(undefined),
  reverted: z.string().optional().catch(undefined),
  page: z.coerce.number().int().positive().catch(1),
});

/** What the routes are handed by app/. */
export interface SourcesDeps {
  /** Wardroom's own, for what goes on after a restart. */
  platform: Platform;
  /** Makes the platform of work that goes on after its request; that of the request when left out. */
  inBackground?: (principal: Principal) => Platform;
  /** Somebody with the roles they hold now, for uploads that another process left; nobody is known when left out. */
  whoIs?: (person: string) => Promise<Principal | null>;
}

/** Mounts the import pages: what is held, upload, preview, commit, discard, revert, rows left out; and the count in any area. */
export function sourcesRoutes(server: FastifyInstance, { platform, inBackground, whoIs }: SourcesDeps): void {
  const beganBy = rememberWhoBegan({
    own: platform,
    inBackground: inBackground ?? (() => null),
    whoIs: whoIs ?? (async () => null),
  });
  const jobs = uploadJobs({
    dataFolder: platform.dataFolder,
    importUpload: async (files, { uploadId, begunBy, vintage, about, dryRun, leftOutFolder }, told) =>
      (dryRun ? previewImport : importFiles)(
        await beganBy.platformFor(uploadId, begunBy),
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
  importRoutes(server, jobs, beganBy);
  previewRoutes(server, jobs, beganBy);
  revertRoutes(server);
  areaCountRoutes(server);
}

function importRoutes(server: FastifyInstance, jobs: UploadJobs, beganBy: BeganBy): void {
  server.get('/import', { config: READERS }, async (request, reply) => {
    const { platform } = request;
    const query = pageQuery.parse(request.query);
    const imports = await listStanding(platform);
    const done = whatWasDone(query, imports);
    return answerImportPage(reply, platform, imports, { form: EMPTY_FORM, done, page: query.page });
  });

  server.post('/import', { config: { ...IMPORTERS, takesFiles: true } }, async (request, reply) => {
    const { platform } = request;
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
        begunBy: actorOf(platform.principal),
        state: { kind: 'reading' },
      };
      await writeUpload(platform.dataFolder, upload);
      beganBy.remember(id, platform);
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

function revertRoutes(server: FastifyInstance): void {
  const find = async ({ params, platform }: FastifyRequest): Promise<ImportRecord> => {
    const { id } = idParameter.parse(params);
    const record = (await listImports(platform.records)).find((each) => each.id === id);
    if (record === undefined)
      throw new NotFound('There is no such import.', [{ href: '/import', text: 'See what is held' }]);
    if (record.revertedAt !== null) throw new Conflict(`${record.file} was taken back already: see the import page.`);
    return record;
  };

  server.get('/import/:id/revert', { config: IMPORTERS }, async (request, reply) => {
    const file = await find(request);
    return html(reply, <RevertPage unit={await unitShown(request.platform)} file={file} />);
  });

  server.get('/import/:id/left-out.csv', { config: READERS }, async (request, reply) => {
    const { id } = await find(request);
    const { reason } = leftOutQuery.parse(request.query);
    return sendLeftOut(reply, await leftOutOf(request.platform, id, reason ?? null), `left-out-import-${id}.csv`);
  });

  server.post('/import/:id/revert', { config: IMPORTERS }, async (request, reply) => {
    const { platform } = request;
    const file = await find(request);
    const { notices } = await revertImport(platform, file.id);
    if (notices.length === 0) return reply.redirect(`/import?reverted=${file.id}`, 303);
    const done = { heading: `Taken back: ${file.file} no longer counts.`, notices };
    return answerImportPage(reply, platform, await listStanding(platform), { form: EMPTY_FORM, done, page: 1 });
  });
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
      imports={await withImporterNames(platform, imports)}
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

/** Removes uploads that nothing happened to for a day, but for those that are under way or to be gone on with. */
async function sweep(platform: Platform, jobs: UploadJobs): Promise<void> {
  const before = new Date(platform.now().getTime() - DAY_IN_MILLISECONDS);
  const underWay = (await listUploads(platform.dataFolder)).filter(({ state }) =>
    ['reading', 'importing'].includes(state.kind),
  );
  await sweepUploads(platform.dataFolder, before, new Set([...jobs.busy(), ...underWay.map(({ id }) => id)]));
}
