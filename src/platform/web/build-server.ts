import { randomUUID } from 'node:crypto';
import type { Server } from 'node:https';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import {
  type FastifyHttpsOptions,
  type FastifyInstance,
  type FastifyServerOptions,
  fastify,
  LogController,
} from 'fastify';
import { answerError, answerNotFound } from './answer-error.tsx';
import { checkHost } from './check-host.ts';
import { checkSameSite } from './check-same-site.ts';
import { tieForms } from './form-token.ts';
import { type Readiness, serveHealth } from './health.ts';
import { type LogLevel, logRequests, logSettings } from './log-settings.ts';
import { lookUpVisits, type WhoAsks } from './look-up-visit.ts';
import { InvalidRequest } from './named-errors.ts';
import { limitRates, RATES, type Rates } from './rates.ts';
import { ON_THIS_MACHINE, type Reach } from './reach.ts';
import './requests.ts';
import { requireDeclaredAccess } from './route-access.ts';
import { CONTENT_POLICY, PERMISSIONS_POLICY, securityHeaders } from './security-headers.ts';
import { serveAssets } from './serve-assets.ts';
import { cookieNames } from './session-cookie.ts';
import { withoutMadeUpPeople } from './without-made-up-people.ts';

export interface ServerSettings extends WhoAsks {
  /** Port to be called by where a request does not say at which it arrived. */
  port: number;
  /** Folder with the built styles, scripts and fonts; absolute. */
  assetsFolder: string;
  log: { level: LogLevel; stream?: { write(line: string): void } };
  /** Most files in one form; how many bytes is for the page that takes them to say. */
  uploads: { maxFiles: number };
  /** How it is reached; from this machine only when left out. */
  reach?: Reach;
  /** How often one address may ask; RATES when left out. */
  rates?: Rates;
  /** What must work before requests are sent here. */
  readiness?: Readiness;
}

const FORM_BYTES = 1_000_000;
const FIVE_MINUTES = 300_000;
const TWENTY_SECONDS = 20_000;
/** Most bytes of the address and the headers of a request together. */
const HEADER_BYTES = 16_384;
/** Where requests go whose own address cannot be read. */
const UNREADABLE = '/unreadable-address';

/**
 * Makes the server that every page is mounted on: headers, static files, who asks, forms, and answers to errors.
 * It opens no port; whoever calls it decides when it listens, and how it is reached.
 */
export async function buildServer(settings: ServerSettings): Promise<FastifyInstance> {
  const { reach = ON_THIS_MACHINE, rates = RATES } = settings;
  const https = reach.publicUrl !== null;
  const server = bareServer(settings, reach);
  server.setErrorHandler(answerError);
  server.setNotFoundHandler(answerNotFound);
  server.decorate('cookieNames', cookieNames(https));
  server.decorate('reachedByOthers', https);
  requireDeclaredAccess(server);
  await server.register(helmet, securityHeaders(https));
  await server.register(cookie);
  logRequests(server);
  checkArrivals(server, settings.port, reach);
  await limitRates(server, rates);
  const { identify, actingAs } = settings;
  lookUpVisits(server, { identify: https ? withoutMadeUpPeople(identify) : identify, actingAs });
  await server.register(formbody, { bodyLimit: FORM_BYTES });
  await server.register(multipart, {
    limits: { files: settings.uploads.maxFiles, fileSize: Number.POSITIVE_INFINITY, fields: 20, fieldSize: 10_000 },
  });
  await tieForms(server, https);
  await serveAssets(server, settings.assetsFolder);
  server.all(UNREADABLE, { config: { access: { kind: 'published' }, asksNobody: true } }, () => {
    throw new InvalidRequest(
      'This address cannot be read. Check it for typing mistakes, or start from the first page.',
    );
  });
  serveHealth(server, settings.readiness ?? (async () => null));
  return server;
}

function bareServer({ log }: ServerSettings, { tls, trustedProxy }: Reach): FastifyInstance {
  const limits = { headersTimeout: TWENTY_SECONDS, maxHeaderSize: HEADER_BYTES };
  const options: FastifyServerOptions = {
    logger: logSettings(log.level, log.stream),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: FORM_BYTES,
    requestTimeout: FIVE_MINUTES,
    trustProxy: trustedProxy ?? false,
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
  };
  const server: FastifyInstance =
    tls === null
      ? fastify({ ...options, http: limits })
      : // Routes are the same over either; only the type of the socket below differs.
        (fastify({
          ...options,
          https: { ...tls, ...limits },
        } as unknown as FastifyHttpsOptions<Server>) as unknown as FastifyInstance);
  return server;
}

/** Gives every request its id and headers, and turns away what calls the server by another name or comes from elsewhere. */
function checkArrivals(server: FastifyInstance, port: number, { publicUrl }: Reach): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('permissions-policy', PERMISSIONS_POLICY);
    reply.header('content-security-policy', CONTENT_POLICY);
    const { host, protocol, socket } = request;
    const arrived = { host, https: protocol === 'https', port: socket.localPort ?? port, from: socket.remoteAddress };
    checkHost(arrived, publicUrl);
    checkSameSite({
      method: request.method,
      here: `${protocol}://${host}`,
      origin: request.headers.origin,
      fetchSite: request.headers['sec-fetch-site']?.toString(),
    });
  });
}
