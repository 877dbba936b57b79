import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { PUBLISHED } from './route-access.ts';
import { ASSET_POLICY } from './security-headers.ts';

const DAY = 86_400;

/** Serves the built styles, scripts and fonts under /assets/, asked for again by etag; nothing outside their folder. */
export async function serveAssets(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(files, {
    root: folder,
    serve: false,
    index: false,
    // Names do not change from build to build, so browsers ask each time whether a file is still the same.
    setHeaders: (reply, path) =>
      reply.header('cache-control', path.endsWith('.woff2') ? `public, max-age=${DAY}` : 'public, no-cache'),
  });
  server.get<{ Params: { '*': string } }>(
    '/assets/*',
    { config: { access: PUBLISHED, asksNobody: true } },
    (request, reply) => reply.header('content-security-policy', ASSET_POLICY).sendFile(request.params['*']),
  );
}
