import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Problem, Refused } from '../../lib/refused.ts';
import { Conflict, html, PUBLISHED, readAddress, receiveFiles } from '../../platform/web/index.ts';
import { besideAddress, PILOTS } from '../pages/addresses.ts';
import { noCharter } from '../pages/no-charter-routes.ts';
import { readCharterFile } from './charter-file.ts';
import { loadCharterForm, loadCharterPage, loadDecisionsPage } from './charter-pages-service.ts';
import { charterSchema } from './charter-schema.ts';
import { amendCharter, changeCharter, enterCharter } from './charter-service.ts';
import { decide } from './looks-service.ts';
import { missingCharter } from './missing-charter-routes.ts';
import { CharterFormPage } from './pages/charter-form-page.tsx';
import { CharterPage } from './pages/charter-page.tsx';
import { DecisionsPage } from './pages/decisions-page.tsx';
import { approveCharter, proposeCharter, publishCharter, withdrawCharter } from './publish-charter-service.ts';
import { signCharter } from './sign-charter-service.ts';

const WRITES = { access: { kind: 'allowed', module: 'evaluation', act: 'write' } } as const;
const APPROVES = { access: { kind: 'allowed', module: 'evaluation', act: 'approve' } } as const;
const OPEN = { access: PUBLISHED } as const;
/** A charter of a hundred outcomes is 100 kB. */
const MOST_BYTES = 1_000_000;

const named = z.object({ name: z.string().max(100) });
const nameIn = ({ params }: FastifyRequest): string => readAddress(named, params).name;
/** The fields of a form, each as text and whole: the services say what is too long, and it is shown again. */
const texts = z.record(z.string(), z.string().catch('')).catch({});

/** Mounts the schema of a charter, its page, its forms and the page of decisions. */
export function charterRoutes(server: FastifyInstance): void {
  server.get(`${PILOTS}/charter.schema.json`, { config: OPEN }, async (_, reply) =>
    reply.type('application/schema+json').send(charterSchema()),
  );
  readingRoutes(server);
  writingRoutes(server);
  signingRoutes(server);
  readerRoutes(server);
}

function readingRoutes(server: FastifyInstance): void {
  server.get(`${PILOTS}/:name/charter`, { config: OPEN }, async (request, reply) => showCharter(request, reply, 200));
  server.get(`${PILOTS}/:name/decisions`, { config: OPEN }, async (request, reply) =>
    showDecisions(request, reply, 200),
  );
}

type Again = { problems: readonly Problem[]; typed: Record<string, string> };

async function showCharter(request: FastifyRequest, reply: FastifyReply, status: number, again?: Again) {
  const name = nameIn(request);
  const model = await loadCharterPage(request.platform, name, again);
  if (model === null) throw await missingCharter(request.platform, name);
  return html(reply, <CharterPage {...model} />, status);
}

async function showDecisions(request: FastifyRequest, reply: FastifyReply, status: number, again?: Again) {
  const name = nameIn(request);
  const model = await loadDecisionsPage(request.platform, name, again);
  if (model === null) throw await missingCharter(request.platform, name);
  return html(reply, <DecisionsPage {...model} />, status);
}

async function showForm({ platform }: FastifyRequest, reply: FastifyReply, name: string | null, again?: Again) {
  const model = await loadCharterForm(platform, name, again);
  if (model === null) throw noCharter(name ?? '');
  return html(reply, <CharterFormPage {...model} />, again === undefined ? 200 : 400);
}

/** What was refused of a wish; none where it was done. */
async function problemsOf(work: () => Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.problems;
  }
}

function writingRoutes(server: FastifyInstance): void {
  server.get(`${PILOTS}/new`, { config: WRITES }, async (request, reply) => showForm(request, reply, null));
  server.post(`${PILOTS}/new`, { config: { ...WRITES, takesFiles: true } }, async (request, reply) => {
    const sent = await receiveCharter(request);
    const read = readCharterFile(sent.charter ?? '', 'What you sent');
    if (read.kind === 'refused') return showForm(request, reply, null, { problems: read.problems, typed: sent });
    const problems = await problemsOf(() => enterCharter(request.platform, read.file.charter));
    if (problems.length > 0) return showForm(request, reply, null, { problems, typed: sent });
    return reply.redirect(besideAddress(read.file.charter.name, 'charter'), 303);
  });
  const edit = `${PILOTS}/:name/charter/edit`;
  server.get(edit, { config: WRITES }, async (request, reply) => showForm(request, reply, nameIn(request)));
  server.post(edit, { config: { ...WRITES, takesFiles: true } }, async (request, reply) => {
    const [name, sent] = [nameIn(request), await receiveCharter(request)];
    const read = readCharterFile(sent.charter ?? '', 'What you sent');
    if (read.kind === 'refused') return showForm(request, reply, name, { problems: read.problems, typed: sent });
    const change = { name, seen: sent.seen ?? '', json: read.file.charter };
    const because = sent.because;
    const problems = await problemsOf(() =>
      because === undefined
        ? changeCharter(request.platform, change)
        : amendCharter(request.platform, { ...change, because }),
    );
    if (problems.length > 0) return showForm(request, reply, name, { problems, typed: sent });
    return reply.redirect(besideAddress(name, 'charter'), 303);
  });
}

/** The fields of a form with a charter in it; a file that came along counts for its text. */
async function receiveCharter(request: FastifyRequest): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'wardroom-charter-'));
  try {
    const { files, fields } = await receiveFiles(request, folder, MOST_BYTES, MOST_BYTES);
    const [file] = files;
    return file === undefined ? fields : { ...fields, charter: await readFile(file.path, 'utf8') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function signingRoutes(server: FastifyInstance): void {
  server.post(`${PILOTS}/:name/charter/sign`, { config: APPROVES }, async (request, reply) => {
    const [name, typed] = [nameIn(request), texts.parse(request.body)];
    const { organisation = '', hash = '', signedAs = '' } = typed;
    const problems = await problemsOf(() => signCharter(request.platform, { name, organisation, hash, signedAs }));
    if (problems.length > 0) return showCharter(request, reply, 400, { problems, typed });
    return reply.redirect(besideAddress(name, 'charter'), 303);
  });
  server.post(`${PILOTS}/:name/decisions`, { config: APPROVES }, async (request, reply) => {
    const [name, typed] = [nameIn(request), texts.parse(request.body)];
    const { afterLook = '', decided = '', bodies = '', reason = '', decidedOn = '', recordedAs = '' } = typed;
    const asked = { name, afterLook, decided, bodies: bodies.split(/\r?\n/), reason, decidedOn, recordedAs };
    const problems = await problemsOf(() => decide(request.platform, asked));
    if (problems.length > 0) return showDecisions(request, reply, 400, { problems, typed });
    return reply.redirect(besideAddress(name, 'decisions'), 303);
  });
}

type Move = Awaited<ReturnType<typeof publishCharter>>;

/** @throws Conflict in one sentence where a step towards readers was not made */
function done(made: Move): void {
  if (made.kind === 'done') return;
  if (made.kind === 'refused') throw new Conflict(made.because);
  throw new Conflict(
    made.kind === 'unknown'
      ? 'Nothing of this charter waits: propose it first.'
      : 'It was changed since you saw it: look again.',
  );
}

function readerRoutes(server: FastifyInstance): void {
  const back = (reply: FastifyReply, name: string) => reply.redirect(besideAddress(name, 'charter'), 303);
  server.post(`${PILOTS}/:name/charter/propose`, { config: WRITES }, async (request, reply) => {
    const name = nameIn(request);
    const problems = await problemsOf(() => proposeCharter(request.platform, { name }));
    return problems.length > 0 ? showCharter(request, reply, 400, { problems, typed: {} }) : back(reply, name);
  });
  server.post(`${PILOTS}/:name/charter/approve`, { config: APPROVES }, async (request, reply) => {
    const [name, typed] = [nameIn(request), texts.parse(request.body)];
    done(await approveCharter(request.platform, { name, contentHash: typed['content-hash'] ?? '' }));
    if (typed.publish === 'yes') done(await publishCharter(request.platform, { name }));
    return back(reply, name);
  });
  server.post(`${PILOTS}/:name/charter/publish`, { config: APPROVES }, async (request, reply) => {
    const name = nameIn(request);
    done(await publishCharter(request.platform, { name }));
    return back(reply, name);
  });
  server.post(`${PILOTS}/:name/charter/withdraw`, { config: APPROVES }, async (request, reply) => {
    const [name, typed] = [nameIn(request), texts.parse(request.body)];
    const reason = (typed.reason ?? '').trim();
    const sentence = 'Say why readers are not to see it: they read it in its place.';
    if (reason === '') return showCharter(request, reply, 400, { problems: [{ field: 'reason', sentence }], typed });
    done(await withdrawCharter(request.platform, { name, reason }));
    return back(reply, name);
  });
}
