import type { FastifyReply } from 'fastify';
import type { PageVisit } from '../../ui/page-visit.ts';
import { may, permissionsFor, type Reach } from '../access/index.ts';
import { formToken } from './form-token.ts';

/** What the frame of a page and its forms need of a request. */
export function pageVisitOf(reply: FastifyReply, nonce: string): PageVisit {
  const { request } = reply;
  const { principal, session, name, roles, demonstrationOn } = request.visit;
  const reads = (module: 'imports' | 'users' | 'audit') => may(principal, { module, act: 'read', place: null });
  // Who records duties of their own: ward officers, and the sergeants who lead them. Who leads a team: these, and inspectors.
  const writesDuties = (...reached: readonly Reach[]) =>
    permissionsFor(principal, { module: 'duties', act: 'write', place: null }).some(({ reach }) =>
      reached.includes(reach),
    );
  // An officer reads their own duties and an analyst totals alone: neither reads a ledger of others.
  const readsOthers = permissionsFor(principal, { module: 'duties', act: 'read', place: null }).some(
    ({ reach, only }) => reach !== 'own' && only === null,
  );
  return {
    signedIn: session === null ? null : { name: name ?? 'Signed in', roles },
    demonstrationOn,
    maySee: {
      imports: reads('imports'),
      people: reads('users'),
      audit: reads('audit'),
      today: writesDuties('own', 'team'),
      team: writesDuties('team', 'borough', 'unit'),
      ledger: readsOthers,
      officers: may(principal, { module: 'postings', act: 'approve', place: null }),
    },
    // Only what can be asked for again: a form's answer cannot be gone back to by its address.
    address: request.method === 'GET' && !request.is404 ? request.url : '/',
    formToken: () => formToken(reply),
    nonce,
  };
}
