import { randomUUID } from 'node:crypto';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import files from '@fastify/static';
import { type FastifyInstance, type FastifyServerOptions, fastify } from 'fastify';
import { answerError, answerNotFound } from './answer-error.tsx';
import { checkHost } from './check-host.ts';
import { checkSameSite } from './check-same-site.ts';
import { InvalidRequest } from './named-errors.ts';
import { securityHeaders } from './security-headers.ts';

export interface ServerSettings {
  /** Port to be called by where a request does not say at which it arrived. */
  port: number;
  /** Folder with the built styles, scripts and fonts; absolute. */
  assetsFolder: string;
  logger: FastifyServerOptions['logger'];
  /** Most files in one form; how many bytes is for the page that takes them to say. */
  uploads: { maxFiles: number };
}

const FORM_BYTES = 1_000_000;
const FIVE_MINUTES = 300_000;
const DAY = 86_400;
/** Where requests go whose own address cannot be read. */
const UNREADABLE = '/unreadable-address';

/**
 * Makes the server that every page is mounted on: headers, static files, forms, and answers to errors.
 * It opens no port; whoever calls it decides when it listens, and on 127.0.0.1 only.
 */
export async function buildServer({ port, assetsFolder, logger, uploads }: ServerSettings): Promise<FastifyInstance> {
  const server: FastifyInstance = fastify({
    logger: logger ?? false,
    bodyLimit: FORM_BYTES,
    requestTimeout: FIVE_MINUTES,
    // A request names itself nowhere: an id sent from outside could forge lines in the log.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    // On closing, wait for answers under way and not for idle connections.
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    // An address that the router cannot read reaches no hook, so it is sent on to one that does, for headers and checks.
    frameworkErrors: (_error, request, reply) => {
      request.raw.url = UNREADABLE;
      server.routing(request.raw, reply.raw);
    },
  });
  server.setErrorHandler(answerError);
  server.setNotFoundHandler(answerNotFound);
  await server.register(helmet, securityHeaders);
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    checkHost(request.headers.host, request.socket.localPort ?? port);
    checkSameSite({
      method: request.method,
      host: request.headers.host ?? '',
      origin: request.headers.origin,
      fetchSite: request.headers['sec-fetch-site']?.toString(),
    });
  });
  await server.register(formbody, { bodyLimit: FORM_BYTES });
  await server.register(multipart, {
    limits: { files: uploads.maxFiles, fileSize: Number.POSITIVE_INFINITY, fields: 20, fieldSize: 10_000 },
  });
  await server.register(files, {
    root: assetsFolder,
    prefix: '/assets/',
    index: false,
    // Names do not change from build to build, so browsers ask each time whether a file is still the same.
    setHeaders: (reply, path) =>
      reply.header('cache-control', path.endsWith('.woff2') ? `public, max-age=${DAY}` : 'public, no-cache'),
  });
  server.all(UNREADABLE, () => {
    throw new InvalidRequest(
      'This address cannot be read. Check it for typing mistakes, or start from the first page.',
    );
  });
  server.get('/health', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  return server;
}
