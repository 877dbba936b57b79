import type { FastifyInstance, FastifyLoggerOptions, FastifyRequest } from 'fastify';
import { personOf } from '../access/index.ts';

/** How much is logged, from the least: "info" has a line for each request. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * What the log says of a request: its method and the pattern of its route. Its address itself is left out, for one-time
 * links and searches stand in it, and so are its headers.
 */
const ofRequest = (request: FastifyRequest) => ({ method: request.method, route: routeOf(request) });

const routeOf = ({ routeOptions }: FastifyRequest): string => routeOptions?.url ?? 'none';

/** A fault without what a reader may have typed: e-mail addresses and long runs of letters and digits, as tokens are. */
function ofError(error: Error) {
  const message = withoutSecrets(error.message);
  const stack = (error.stack ?? '').replace(error.message, message);
  return { type: error.name, message, stack: withoutSecrets(stack) };
}

const E_MAIL = /[^\s"'<>(),;:]+@[^\s"'<>(),;:]+\.[^\s"'<>(),;:]+/g;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A file and its line, as a stack names them: its folders may have long names. */
const FILE = /(?<![\w.@+/-])(?:[\w.@+-]*\/)+[\w.-]+\.[cm]?[jt]sx?:\d+/;
/** Wherever it stands: a one-time link is an address that ends in its token. */
const LONG_WORD = /[\w-]{32,}/;
const FILE_OR_LONG_WORD = new RegExp(`(?<file>${FILE.source})|${LONG_WORD.source}`, 'g');

/** Takes out of a text what reads like an e-mail address or a token; identities of records stay. */
export function withoutSecrets(text: string): string {
  return text
    .replace(E_MAIL, '[e-mail]')
    .replace(FILE_OR_LONG_WORD, (word, file?: string) => (file !== undefined || UUID.test(word) ? word : '[token]'));
}

/** Settings of the log: JSON lines on standard output, or to the stream given. */
export function logSettings(level: LogLevel, stream?: FastifyLoggerOptions['stream']): FastifyLoggerOptions {
  return {
    level,
    ...(stream === undefined ? {} : { stream }),
    serializers: { req: ofRequest, err: ofError },
  } as FastifyLoggerOptions;
}

/** Logs one line for each request, when it was answered: by whom as an opaque identity, what, how it ended, how long. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    const { principal } = request.visit;
    request.log.info(
      {
        ...ofRequest(request),
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        person: personOf(principal),
      },
      'request',
    );
  });
}
