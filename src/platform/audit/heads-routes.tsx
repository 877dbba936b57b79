import { createHash, createPublicKey } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { html, NotFound, PUBLISHED } from '../web/index.ts';
import { HeadsPage, type ListedHead } from './pages/heads-page.tsx';
import type { Safekeeping } from './safekeeping.ts';
import { sendFile } from './send-file.ts';
import { auditHeads, auditKey, findAuditHead, type PublishedHead } from './service.ts';

const ANYONE = { access: PUBLISHED } as const;
const SHOWN = 12;
/** A week of hourly heads, and a month of daily ones. */
const MOST_IN_THE_LIST = 200;
const JSON_TYPE = 'application/json; charset=utf-8';
const nameParameter = z.object({ name: z.string().max(200) });
const WHERE = [{ href: '/audit/heads', text: 'Those that are' }];

/** Mounts what anyone may take: the heads of the audit, and the key that they are checked with. */
export function headsRoutes(server: FastifyInstance, safekeeping: Safekeeping): void {
  server.get('/audit/heads', { config: ANYONE }, async ({ platform }, reply) => {
    const heads = await auditHeads(platform, safekeeping, SHOWN);
    const key = await auditKey(platform);
    const model = { heads: heads.map(listedHead), fingerprint: key === null ? null : fingerprintOf(key) };
    return html(reply, <HeadsPage {...model} />);
  });

  server.get('/audit/heads.json', { config: { ...ANYONE, pace: 'heavy' } }, async ({ platform }, reply) => {
    const heads = await auditHeads(platform, safekeeping, MOST_IN_THE_LIST);
    const listed = heads.map(({ name, instance, seq, hash, at }) => ({
      href: `/audit/heads/${name}`,
      instance,
      entry: seq,
      hash,
      signed: at,
    }));
    return reply.type(JSON_TYPE).header('cache-control', 'no-store').send({ key: '/audit/key.pem', heads: listed });
  });

  server.get('/audit/heads/latest.json', { config: ANYONE }, async ({ platform }, reply) => {
    const [latest] = await auditHeads(platform, safekeeping, 1);
    if (latest === undefined) throw new NotFound('No head was made yet: one is made every hour.', WHERE);
    return sendFile(reply, { name: latest.name, type: JSON_TYPE, content: latest.content });
  });

  server.get('/audit/heads/:name', { config: ANYONE }, async ({ platform, params }, reply) => {
    const found = await findAuditHead(platform, safekeeping, nameParameter.parse(params).name);
    if (found === null) throw new NotFound('No head of that name is kept here.', WHERE);
    return sendFile(reply, { name: found.name, type: JSON_TYPE, content: found.content });
  });

  server.get('/audit/key.pem', { config: ANYONE }, async ({ platform }, reply) => {
    const content = await auditKey(platform);
    if (content === null) throw new NotFound('There is no key yet: it is made with the first head of the audit.');
    return sendFile(reply, { name: 'wardroom-audit-public-key.pem', type: 'application/x-pem-file', content });
  });
}

/** A head as pages list it. */
export const listedHead = ({ name, seq, at }: PublishedHead): ListedHead => ({ name, seq, at: new Date(at) });

const fingerprintOf = (pem: string): string =>
  createHash('sha256')
    .update(createPublicKey(pem).export({ type: 'spki', format: 'der' }))
    .digest('hex');
