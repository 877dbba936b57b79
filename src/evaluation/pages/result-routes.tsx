import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refused } from '../../lib/refused.ts';
import { ASKED_WORD, Conflict, html, NotFound, PUBLISHED, readAddress } from '../../platform/web/index.ts';
import { recordLooks } from '../monitoring/record-looks-service.ts';
import { besideAddress, fileAddress, PILOTS, resultAddress } from './addresses.ts';
import type { ResultPageModel } from './model.ts';
import { MonitorPage } from './monitor-page.tsx';
import { noCharter } from './no-charter-routes.ts';
import { NoResultPage } from './no-result-page.tsx';
import { PilotsPage } from './pilots-page.tsx';
import { ResultPage } from './result-page.tsx';
import { loadPilots, resultForPage } from './results-service.ts';
import { WorkingPage } from './working-page.tsx';

const parameters = z.object({ name: z.string().max(100) });
const form = z.object({ seen: z.string().catch('') }).catch({ seen: '' });
const WRITES = { access: { kind: 'allowed', module: 'evaluation', act: 'write' } } as const;
const query = z.object({ group: ASKED_WORD, outcome: ASKED_WORD });

/** Seconds after which a browser looks again by itself for an answer that is being worked out. */
const LOOK_AGAIN_SECONDS = 4;

/** Mounts the list of pilots, the result of each and its monitoring board. */
export function resultRoutes(server: FastifyInstance): void {
  server.get(PILOTS, { config: { access: PUBLISHED } }, async ({ platform }, reply) =>
    html(reply, <PilotsPage {...(await loadPilots(platform))} />),
  );
  server.get(`${PILOTS}/:name`, { config: { access: PUBLISHED } }, (request, reply) => {
    const { name } = readAddress(parameters, request.params);
    // No charter has a point in its name: "pathfinder-2017.json" is the result of pathfinder-2017.
    if (name.endsWith('.json')) return reply.redirect(fileAddress(name.slice(0, -'.json'.length), 'result.json'));
    return answer(request, reply, (model) => <ResultPage {...model} />);
  });
  server.get(`${PILOTS}/:name/monitor`, { config: { access: PUBLISHED } }, (request, reply) =>
    answer(request, reply, (model) => <MonitorPage {...model} />),
  );
  server.post(`${PILOTS}/:name/monitor/record`, { config: WRITES }, async ({ platform, params, body }, reply) => {
    const { name } = readAddress(parameters, params);
    const { seen } = form.parse(body);
    try {
      await recordLooks(platform, { name, seen, until: null });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new Conflict(error.problems.map(({ sentence }) => sentence).join(' '));
    }
    return reply.redirect(besideAddress(name, 'monitor'), 303);
  });
}

async function answer(
  { platform, params, query: asked, url }: FastifyRequest,
  reply: FastifyReply,
  page: (model: ResultPageModel) => ReturnType<typeof ResultPage>,
): Promise<FastifyReply> {
  const { name } = readAddress(parameters, params);
  const found = await resultForPage(platform, name, readAddress(query, asked));
  if (found.kind === 'unknown') throw noCharter(name);
  if (found.kind === 'no outcome')
    throw new NotFound(`The charter of ${name} names no such outcome.`, [
      { href: resultAddress(name), text: found.shown.charter.title },
    ]);
  if (found.kind === 'working') {
    const { unit, shown } = found;
    // A header and not a script: it works without one, and the policy of what a page may load does not touch it.
    reply.header('refresh', String(LOOK_AGAIN_SECONDS));
    return html(reply, <WorkingPage unit={unit} charter={shown.charter} address={url} />, 202);
  }
  if (found.kind === 'none') return html(reply, <NoResultPage {...found} />);
  return html(reply, page(found));
}
