import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { PageVisitContext } from '../../ui/page-visit.ts';
import { pageVisitOf } from './page-visit-of.ts';
import { pagePolicy } from './security-headers.ts';

/**
 * Answers with a whole page. Who is behind the request, the token of its forms and the nonce of its scripts reach every
 * component through the context. Pages hold figures that change, and personal ones: none is kept by a browser.
 */
export function html(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  const shown = h(PageVisitContext.Provider, { value: pageVisitOf(reply, nonce) }, page);
  // Rendered before the headers are written: a form in it may set a cookie.
  const text = renderToString(shown);
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('content-security-policy', pagePolicy(nonce))
    .type('text/html; charset=utf-8')
    .send(`<!DOCTYPE html>${text}`);
}
