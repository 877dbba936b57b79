import type { FastifyReply } from 'fastify';
import type { PageVisit } from '../../ui/page-visit.ts';
import { may } from '../access/index.ts';
import { formToken } from './form-token.ts';

/** What the frame of a page and its forms need of a request. */
export function pageVisitOf(reply: FastifyReply, nonce: string): PageVisit {
  const { request } = reply;
  const { principal, session, name, roles, demonstrationOn } = request.visit;
  const reads = (module: 'imports' | 'users' | 'audit') => may(principal, { module, act: 'read', place: null });
  return {
    signedIn: session === null ? null : { name: name ?? 'Signed in', roles },
    demonstrationOn,
    maySee: { imports: reads('imports'), people: reads('users'), audit: reads('audit') },
    // Only what can be asked for again: a form's answer cannot be gone back to by its address.
    address: request.method === 'GET' && !request.is404 ? request.url : '/',
    formToken: () => formToken(reply),
    nonce,
  };
}
