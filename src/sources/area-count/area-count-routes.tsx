import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { Platform } from '../../platform/platform.ts';
import { html, NotFound, PUBLISHED, receiveFiles, sendTable, TooLarge, tableFile } from '../../platform/web/index.ts';
import { openStaging } from '../engine/folders-importer.ts';
import { unitShown } from '../preview-routes.tsx';
import { countInAreas } from './area-count-service.ts';
import { incidentsHeld, mapAddress } from './ask-service.ts';
import { COUNT_TABLES, countTable } from './count-tables.ts';
import { firstAsked, type HeldIncidents } from './held-incidents.ts';
import type { AreaCount } from './model.ts';
import { AnswerPage } from './pages/answer-page.tsx';
import { AskPage } from './pages/ask-page.tsx';
import { AREA_COUNT } from './pages/model.ts';
import { FIELD_ABOUT, type FieldErrors, readTypedQuestion, type TypedQuestion } from './typed-question.ts';

const MOST_BYTES = 5_000_000;
const TOO_LARGE = `Give at most ${MOST_BYTES / 1_000_000} MB of GeoJSON: simplify the outlines, or use "wardroom area count".`;

/** Anyone may count, but not without end: each count reads every incident there is. */
const COUNTING = { access: PUBLISHED, pace: 'heavy', takesFiles: true } as const;

const word = z.string().max(200).default('');
const sentFields = z.object({ what: word, from: word, to: word, vintage: word, geojson: z.string().default('') });
const fileParameter = z.object({ file: z.string().max(200) });

/** A form as it was sent; the text of a file beside it, where one was chosen. */
type Sent = { typed: TypedQuestion; file: string | null; errors: FieldErrors };
type Asked = { typed: TypedQuestion } & ({ count: AreaCount } | { errors: FieldErrors; held: HeldIncidents[] });

/** Mounts the page on which incidents in any area are counted. Nothing of the area is kept. */
export function areaCountRoutes(server: FastifyInstance): void {
  server.get(AREA_COUNT, { config: { access: PUBLISHED } }, async ({ platform }, reply) => {
    const held = await incidentsHeld(platform);
    const typed = { what: held[0]?.source ?? '', ...firstAsked(held), vintage: '', geojson: '' };
    return answerForm(platform, reply, { typed, errors: {}, held });
  });

  server.post(AREA_COUNT, { config: COUNTING }, async (request, reply) => {
    const { platform } = request;
    const asked = await ask(platform, await readForm(request));
    if (!('count' in asked)) return answerForm(platform, reply, asked);
    return html(reply, <AnswerPage unit={await unitShown(platform)} {...asked} />);
  });

  server.post(`${AREA_COUNT}/change`, { config: COUNTING }, async (request, reply) => {
    const { platform } = request;
    return answerForm(platform, reply, { ...(await readForm(request)), held: await incidentsHeld(platform) });
  });

  server.post(`${AREA_COUNT}/:file`, { config: COUNTING }, async (request, reply) => {
    const { platform } = request;
    const form = await readForm(request);
    const file = tableFile(fileParameter.parse(request.params).file);
    const name = COUNT_TABLES.find((table) => table === file?.base);
    if (file === null || name === undefined)
      throw new NotFound('There is no such file of a count.', [{ href: AREA_COUNT, text: 'Count in an area' }]);
    const asked = await ask(platform, form);
    if (!('count' in asked)) return answerForm(platform, reply, asked);
    return sendTable(reply, countTable(name, asked.count, todayInLondon(platform.now())), file.format);
  });

  // What was sent by a form is not at its address: whoever comes back to it begins again.
  server.get(`${AREA_COUNT}/:file`, { config: { access: PUBLISHED } }, async (_request, reply) =>
    reply.redirect(AREA_COUNT, 303),
  );
}

/** Reads a form; its file is removed once read. */
async function readForm(request: FastifyRequest): Promise<Sent> {
  const staging = await openStaging(request.platform.dataFolder);
  try {
    const { files, fields } = await receiveFiles(request, staging.path, MOST_BYTES, MOST_BYTES);
    const read = sentFields.safeParse(fields);
    const typed = read.success ? read.data : NOTHING_TYPED;
    const [file] = files;
    return { typed, file: file === undefined ? null : await readFile(file.path, 'utf8'), errors: {} };
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return { typed: NOTHING_TYPED, file: null, errors: { geojson: TOO_LARGE } };
  } finally {
    await staging.remove();
  }
}

const NOTHING_TYPED: TypedQuestion = { what: '', from: '', to: '', vintage: '', geojson: '' };

/** Counts what a form asks; a file counts instead of the text, and takes its place unless it cannot be read. */
async function ask(platform: Platform, { typed, file, errors }: Sent): Promise<Asked> {
  const held = await incidentsHeld(platform);
  if (Object.keys(errors).length > 0) return { typed: { ...typed, ...firstAsked(held) }, errors, held };
  const asked = file === null ? typed : { ...typed, geojson: file };
  const read = readTypedQuestion(asked, held);
  if ('errors' in read) {
    const { geojson, ...others } = read.errors;
    if (file === null || geojson === undefined) return { typed: asked, errors: read.errors, held };
    return { typed, errors: { ...others, file: geojson }, held };
  }
  const answer = await countInAreas(platform, read.question);
  if (answer.kind === 'refused') return { typed: asked, errors: { [FIELD_ABOUT[answer.about]]: answer.because }, held };
  return { typed: asked, count: answer };
}

async function answerForm(
  platform: Platform,
  reply: FastifyReply,
  { typed, errors, held }: { typed: TypedQuestion; errors: FieldErrors; held: HeldIncidents[] },
): Promise<FastifyReply> {
  const shown = (
    <AskPage
      unit={await unitShown(platform)}
      held={held}
      typed={typed}
      errors={errors}
      boundariesAddress={await mapAddress(platform)}
      mostMegabytes={MOST_BYTES / 1_000_000}
    />
  );
  return html(reply, shown, Object.keys(errors).length === 0 ? 200 : 400);
}
