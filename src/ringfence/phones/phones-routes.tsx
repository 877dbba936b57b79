import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { describeBrowser } from '../../platform/identity/index.ts';
import { formToken } from '../../platform/web/form-token.ts';
import { InvalidRequest, type RouteAccess } from '../../platform/web/index.ts';
import { ownToday } from '../today/own-today-service.ts';
import { isRevoked } from './device-service.ts';
import { takeSent } from './intake-service.ts';
import type { RecordsAnswer, TodayState } from './model.ts';

/** 200 records, each with a note of 500 characters of four bytes. */
const MOST_BYTES = 600_000;
const WRITES_DUTIES: RouteAccess = { kind: 'allowed', module: 'duties', act: 'write' };

const stateAsked = z.object({ device: z.guid().optional() });
const sentBody = z.object({
  device: z.guid(),
  sentAt: z.iso.datetime({ offset: true }),
  waiting: z.number().int().min(0).max(1_000_000).optional(),
  records: z.array(z.unknown()),
  erased: z.boolean().optional(),
});

/** Mounts what an officer's phone asks for and sends; the page is mounted with the pages of today. */
export function phonesRoutes(server: FastifyInstance): void {
  server.get('/today/state', { config: { access: WRITES_DUTIES } }, async ({ platform, query }, reply) => {
    const { device } = stateAsked.safeParse(query).data ?? {};
    const { officer, today, said } = await ownToday(platform);
    const state: TodayState = {
      officer,
      today,
      said: said === '' ? null : said,
      erase: device !== undefined && (await isRevoked(platform, device)),
      formToken: formToken(reply),
      serverTime: platform.now().toISOString(),
    };
    return reply.header('cache-control', 'no-store').send(state);
  });
  const sending = { config: { access: WRITES_DUTIES }, bodyLimit: MOST_BYTES };
  server.post('/today/records', sending, async ({ platform, body, headers }, reply) => {
    const { data } = sentBody.safeParse(body);
    if (data === undefined)
      throw new InvalidRequest(
        'The phone did not say which it is, what its clock shows and what it recorded, so nothing was taken: load the page again.',
      );
    const { waiting = data.records.length, erased = false, ...sent } = data;
    const browser = describeBrowser(headers['user-agent'] ?? null);
    const answers = await takeSent(platform, { ...sent, waiting, erased, browser });
    const answer: RecordsAnswer = {
      answers,
      erase: await isRevoked(platform, sent.device),
      serverTime: platform.now().toISOString(),
    };
    return reply.header('cache-control', 'no-store').send(answer);
  });
}
