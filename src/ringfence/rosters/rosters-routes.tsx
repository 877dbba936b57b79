import { mkdtemp, readFile as readBytes, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../platform/access/index.ts';
import { html, NotFound, receiveFiles, TooLarge } from '../../platform/web/index.ts';
import type { FileRead } from './model.ts';
import { RosterPage } from './pages/roster-page.tsx';
import { RostersPage } from './pages/rosters-page.tsx';
import { WaitingPage } from './pages/waiting-page.tsx';
import { readFile } from './read-file-importer.ts';
import { MOST_BYTES } from './roster-importer.ts';
import { previewRoster, rosterNumbered, rostersOf, settleRow, takeInRoster } from './rosters-service.ts';
import { sayAnswer } from './say-roster.ts';
import { keepWaiting, readWaiting, removeWaiting, type WaitingRoster } from './waiting-store.ts';

const WRITES = { access: { kind: 'allowed', module: 'duties', act: 'write' } } as const;
const ROSTERS = '/ringfence/rosters';

const asked = z.object({ unit: z.string().max(120).nullable().catch(null), done: z.string().max(20).catch('') });
const named = z.object({ id: z.string().max(60) });
const confirmed = z.object({ digest: z.string().max(64).catch('') }).catch({ digest: '' });
const settled = z.object({ line: z.coerce.number().int().catch(0) }).catch({ line: 0 });

/** Mounts the list of rosters, one to be looked at before it is taken in, and one that was, with its rows held back. */
export function rostersRoutes(server: FastifyInstance): void {
  server.get(ROSTERS, { config: WRITES }, async (request, reply) => {
    const { unit } = asked.parse(request.query);
    return showList(request, reply, { unit, problem: null });
  });
  server.post(ROSTERS, { config: { ...WRITES, takesFiles: true } }, send);
  server.get(`${ROSTERS}/waiting/:id`, { config: WRITES }, async (request, reply) => {
    const { id, waiting } = await found(request);
    const answer = await previewRoster(request.platform, waiting.asked);
    return html(reply, <WaitingPage id={id} answer={answer} whole={waiting.asked.whole} />);
  });
  server.post(`${ROSTERS}/waiting/:id`, { config: WRITES }, async (request, reply) => {
    const { id, waiting } = await found(request);
    const { digest } = confirmed.parse(request.body);
    const answer = await takeInRoster(request.platform, { ...waiting.asked, digest });
    await removeWaiting(request.platform.dataFolder, id);
    if (answer.kind === 'taken in') return reply.redirect(`${ROSTERS}/${answer.roster}?done=taken`, 303);
    return showList(request, reply, { unit: waiting.asked.unit, problem: sayAnswer(answer) });
  });
  server.post(`${ROSTERS}/waiting/:id/discard`, { config: WRITES }, async (request, reply) => {
    const { id } = await found(request);
    await removeWaiting(request.platform.dataFolder, id);
    return reply.redirect(ROSTERS, 303);
  });
  server.get(`${ROSTERS}/:id`, { config: WRITES }, async (request, reply) => {
    const { roster, held } = await rosterNumbered(request.platform, numberIn(request));
    const { done } = asked.parse(request.query);
    return html(reply, <RosterPage roster={roster} held={held} done={done} />);
  });
  server.post(`${ROSTERS}/:id/settle`, { config: WRITES }, async (request, reply) => {
    const roster = numberIn(request);
    await settleRow(request.platform, { roster, ...settled.parse(request.body) });
    return reply.redirect(`${ROSTERS}/${roster}?done=settled`, 303);
  });
}

function numberIn({ params }: FastifyRequest): number {
  const { id } = named.parse(params);
  if (!/^\d{1,15}$/.test(id))
    throw new NotFound('No roster is kept under this number: look at the list of rosters.', [
      { href: ROSTERS, text: 'Rosters' },
    ]);
  return Number(id);
}

async function found({ params, platform }: FastifyRequest): Promise<{ id: string; waiting: WaitingRoster }> {
  const { id } = named.parse(params);
  const waiting = await readWaiting(platform.dataFolder, id, actorOf(platform.principal));
  if (waiting === null)
    throw new NotFound('This roster does not wait any more: it is kept for a day, for who sent it.', [
      { href: ROSTERS, text: 'Send it again' },
    ]);
  return { id, waiting };
}

async function send(request: FastifyRequest, reply: FastifyReply) {
  const { platform } = request;
  const { file, fields, problem } = await receive(request);
  const unit = fields.unit === undefined || fields.unit === '' ? null : fields.unit;
  if (file === null) return showList(request, reply, { unit, problem });
  const roster = { unit, file, whole: fields.whole === 'yes' };
  const answer = await previewRoster(platform, roster);
  if (answer.kind === 'refused')
    return html(reply, <WaitingPage id={null} answer={answer} whole={roster.whole} />, 400);
  if (answer.kind === 'already') return showList(request, reply, { unit, problem: sayAnswer(answer) });
  const waiting = { asked: roster, sentBy: actorOf(platform.principal) };
  const id = await keepWaiting(platform.dataFolder, waiting, platform.now());
  return reply.redirect(`${ROSTERS}/waiting/${id}`, 303);
}

interface Received {
  file: FileRead | null;
  fields: Record<string, string>;
  /** What is wrong where there is no file. */
  problem: string;
}

/** The file of a form; it is read once and kept nowhere. */
async function receive(request: FastifyRequest): Promise<Received> {
  const folder = await mkdtemp(join(tmpdir(), 'wardroom-roster-'));
  try {
    const { files, fields } = await receiveFiles(request, folder, MOST_BYTES);
    const [sent] = files;
    if (sent === undefined) return { file: null, fields, problem: 'Choose a roster: a CSV or a calendar (.ics).' };
    return { file: readFile(sent.name, await readBytes(sent.path)), fields, problem: '' };
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return { file: null, fields: {}, problem: error.message };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function showList(
  { platform }: FastifyRequest,
  reply: FastifyReply,
  { unit, problem }: { unit: string | null; problem: string | null },
) {
  const listed = await rostersOf(platform, unit);
  return html(reply, <RostersPage {...listed} problem={problem} />, problem === null ? 200 : 400);
}
