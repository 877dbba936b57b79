import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import { boroughsOn } from '../organisation/index.ts';
import { listUnits } from '../organisation/service.ts';
import { actorOf } from '../platform/access/index.ts';
import type { Platform } from '../platform/platform.ts';
import { Conflict, html, NotFound } from '../platform/web/index.ts';
import { downloadLines, type LeftOutRow } from './left-out/left-out-lines.ts';
import { leftOutIn, readLeftOut } from './left-out/left-out-store.ts';
import type { ImportRecord } from './model.ts';
import { ImportPreviewPage } from './pages/import-preview-page.tsx';
import { listImports } from './service.ts';
import { standsBeside } from './stands-beside.ts';
import type { BeganBy } from './uploads/began-by-jobs.ts';
import type { UploadJobs } from './uploads/jobs.ts';
import type { Upload } from './uploads/model.ts';
import { readUpload, removeUpload, uploadFolder } from './uploads/store.ts';

/** A short import is answered when it is done; a long one by a page that says how far it is. */
const PATIENCE_IN_MILLISECONDS = 1_500;

export const READERS = { access: { kind: 'allowed', module: 'imports', act: 'read' } } as const;
export const IMPORTERS = { access: { kind: 'allowed', module: 'imports', act: 'write' } } as const;

const idParameter = z.object({ id: z.string() });
/** Which rows left out are asked for: of a file by its hash, for a reason. */
export const leftOutQuery = z.object({
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .catch(undefined),
  reason: z.string().optional().catch(undefined),
});

/** Mounts the pages of one upload: what its files are, how far the work is, import, discard, rows left out. */
export function previewRoutes(server: FastifyInstance, jobs: UploadJobs, beganBy: BeganBy): void {
  const find = async ({ params, platform }: FastifyRequest): Promise<Upload> => {
    const { id } = idParameter.parse(params);
    const upload = await readUpload(platform.dataFolder, id);
    if (upload === null)
      throw new NotFound('These files are not here any more: they are kept for a day.', [
        { href: '/import', text: 'Send them again' },
      ]);
    return upload;
  };

  server.get('/import/preview/:id', { config: READERS }, async (request, reply) => {
    const { platform } = request;
    const upload = await find(request);
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

  server.get('/import/preview/:id/progress', { config: READERS }, async (request, reply) => {
    const upload = await find(request);
    return reply.header('cache-control', 'no-store').send({ progress: progressOf(upload, jobs) });
  });

  server.get('/import/preview/:id/left-out.csv', { config: READERS }, async (request, reply) => {
    const upload = await find(request);
    const { file, reason } = leftOutQuery.parse(request.query);
    const imports = upload.state.kind === 'ready' ? upload.state.report.imports : [];
    const position = imports.findIndex(({ sha256 }) => sha256 === file);
    const found = imports[position];
    if (found === undefined) throw new NotFound(NO_ROWS_KEPT);
    const path = leftOutIn(uploadFolder(request.platform.dataFolder, upload.id), found.sha256);
    const rows = await readLeftOut(path, { reason: reason ?? null, file: found.file });
    return sendLeftOut(reply, rows, `left-out-file-${position + 1}.csv`);
  });

  server.post('/import/preview/:id/commit', { config: IMPORTERS }, async (request, reply) => {
    const upload = await find(request);
    if (upload.state.kind !== 'ready' || jobs.busy().has(upload.id) || upload.state.report.imports.length === 0)
      throw new Conflict('These files are being imported already, or were: see what is held on the import page.');
    beganBy.remember(upload.id, request.platform);
    const begunBy = actorOf(request.platform.principal);
    await patiently(jobs.commit({ ...upload, begunBy }, upload.state.report));
    return reply.redirect(`/import/preview/${upload.id}`, 303);
  });

  server.post('/import/preview/:id/discard', { config: IMPORTERS }, async (request, reply) => {
    const upload = await find(request);
    if (upload.state.kind === 'importing')
      throw new Conflict('These files are being imported: wait until it is done, then take them back.');
    await removeUpload(request.platform.dataFolder, upload.id);
    return reply.redirect('/import', 303);
  });
}

const NO_ROWS_KEPT =
  'No rows were kept for this file: either none were left out, or it was imported before they were kept.';

/** Streams rows left out as a file to keep; its name has nothing of the sender's in it. */
export function sendLeftOut(reply: FastifyReply, rows: AsyncIterable<LeftOutRow> | null, name: string): FastifyReply {
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

const onlySynthetic = (imports: ImportRecord[]) => {
  const live = imports.filter((each) => each.revertedAt === null && each.kind !== 'boundaries' && !standsBeside(each));
  return live.length > 0 && live.every((each) => each.kind === 'synthetic');
};

/** The command unit that pages name.
 * @throws NotFound when none is recorded
 */
export async function unitShown(platform: Platform): Promise<{ name: string; boroughs: string[] }> {
  const [unit] = await listUnits(platform.records);
  if (unit === undefined) throw new NotFound('No command unit is recorded.');
  const today = todayInLondon(platform.now());
  return { name: unit.name, boroughs: boroughsOn(unit, today).map((borough) => borough.name) };
}

/** Waits for a job, but not for long: what it comes to is written down, and the next page tells. */
export async function patiently(job: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_IN_MILLISECONDS);
  });
  await Promise.race([job, patience]);
  clearTimeout(timer);
}
