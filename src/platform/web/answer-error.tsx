import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { RecordsUnavailable } from '../database/index.ts';
import { type ErrorAnswer, ErrorPage } from './error-page.tsx';
import { html } from './html.ts';
import { Conflict, ForeignRequest, InvalidRequest, NotFound, TooLarge } from './named-errors.ts';

const NOT_FOUND = 'Nothing is kept at this address. Check it for typing mistakes.';

/** Finds the words for an error. Only what is known is explained; everything else is a fault of ours. */
function answerFor(error: FastifyError | Error, reference: string): ErrorAnswer {
  if (error instanceof NotFound)
    return { status: 404, title: 'Page not found', sentence: error.message, suggestions: error.suggestions };
  if (error instanceof InvalidRequest)
    return { status: 400, title: 'That could not be read', sentence: error.message, suggestions: [] };
  if (error instanceof Conflict)
    return { status: 409, title: 'Something changed first', sentence: error.message, suggestions: [] };
  if (error instanceof TooLarge)
    return { status: 413, title: 'Too much at once', sentence: error.message, suggestions: [] };
  if (error instanceof ForeignRequest)
    return { status: 403, title: 'Sent from elsewhere', sentence: error.message, suggestions: [] };
  if (error instanceof RecordsUnavailable)
    return { status: 503, title: 'The records cannot be reached', sentence: error.message, suggestions: [] };
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

/** Answers an error thrown by a handler with a page; unknown ones are 500. Whatever is our own fault is logged in full. */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const answer = answerFor(error, request.id);
  if (answer.status >= 500) request.log.error(error);
  else request.log.info({ status: answer.status, reason: error.message }, 'request turned away');
  return html(reply, <ErrorPage {...answer} />, answer.status);
}

export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answerError(new NotFound(NOT_FOUND), request, reply);
}
