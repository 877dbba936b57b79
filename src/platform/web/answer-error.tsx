import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { NotAllowed, SignInNeeded } from '../access/index.ts';
import { RecordsUnavailable } from '../database/index.ts';
import { type ErrorAnswer, ErrorPage } from './error-page.tsx';
import { html } from './html.ts';
import { Conflict, ForeignRequest, InvalidRequest, NotFound, TooLarge, TooManyRequests } from './named-errors.ts';

const NOT_FOUND = 'Nothing is kept at this address. Check it for typing mistakes.';

type Named = new (message: string) => Error;

/** Errors whose message is for the reader, each with its status and the heading of its page. */
const EXPLAINED: readonly (readonly [Named, number, string])[] = [
  [NotFound, 404, 'Page not found'],
  [InvalidRequest, 400, 'That could not be read'],
  [Conflict, 409, 'Something changed first'],
  [TooLarge, 413, 'Too much at once'],
  [ForeignRequest, 403, 'Sent from elsewhere'],
  [SignInNeeded, 401, 'Sign in first'],
  [NotAllowed, 403, 'Not for your role'],
  [TooManyRequests, 429, 'Too often'],
  [RecordsUnavailable, 503, 'The records cannot be reached'],
];

/** Finds the words for an error. Only what is known is explained; everything else is a fault of ours. */
function answerFor(error: FastifyError | Error, reference: string): ErrorAnswer {
  const explained = EXPLAINED.find(([named]) => error instanceof named);
  if (explained !== undefined) {
    const [, status, title] = explained;
    return { status, title, sentence: error.message, suggestions: suggestionsFor(error) };
  }
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status !== undefined && status >= 400 && status < 500)
    return {
      status,
      title: status === 413 ? 'Too much at once' : 'That could not be read',
      sentence: 'What was sent is not in the form that this page takes. Nothing was changed.',
      suggestions: [],
    };
  return {
    status: 500,
    title: 'Something went wrong here',
    sentence: `Wardroom met a fault of its own. Nothing was half-saved. The log has it under ${reference}.`,
    suggestions: [],
  };
}

function suggestionsFor(error: Error): ErrorAnswer['suggestions'] {
  if (error instanceof NotFound || error instanceof NotAllowed) return error.suggestions;
  return error instanceof SignInNeeded ? [{ href: '/sign-in', text: 'Sign in' }] : [];
}

/**
 * Answers an error thrown by a handler with a page; unknown ones are 500. A visitor who reads what needs somebody is sent
 * to sign in and then back. Whatever is our own fault is logged in full; of others the log has the kind and not the words,
 * which may repeat what was typed.
 */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const answer = answerFor(error, request.id);
  if (answer.status >= 500) request.log.error({ err: error }, 'a fault of Wardroom');
  else request.log.info({ status: answer.status, kind: error.name }, 'request turned away');
  if (error instanceof SignInNeeded && request.method === 'GET')
    return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
  return html(reply, <ErrorPage {...answer} />, answer.status);
}

export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answerError(new NotFound(NOT_FOUND), request, reply);
}
