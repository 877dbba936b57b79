import { ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';
import { forLog, type RefusalLog, type RefusalReason } from './refusal.ts';

/** What an error from the protocol's library means for the sign-in. */
export type Fault =
  | { kind: 'refused'; because: RefusalReason; log: RefusalLog }
  | { kind: 'unavailable'; log: RefusalLog };

const BY_CLAIM: { readonly [claim: string]: RefusalReason } = {
  iss: 'wrong-issuer',
  aud: 'wrong-audience',
  azp: 'wrong-audience',
  nonce: 'wrong-nonce',
};

/** Errors of the token endpoint, RFC 6749 section 5.2, https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
const BY_TOKEN_ERROR: { readonly [error: string]: RefusalReason } = {
  invalid_grant: 'used-code',
  invalid_client: 'unknown-client',
  unauthorized_client: 'unknown-client',
};

const UNREACHABLE = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_REQUEST_PROTOCOL_FORBIDDEN',
  'OAUTH_MISSING_SERVER_METADATA',
  'OAUTH_INVALID_SERVER_METADATA',
]);

/**
 * Reads an error of openid-client: who is at fault, and what the log may hold of it.
 * Its causes hold tokens, claims and codes, so only the fields named here are taken.
 * @returns null for an error that is neither the provider's nor the answer's: a fault of our own, to be thrown on
 */
export function readFault(thrown: unknown): Fault | null {
  if (thrown instanceof ResponseBodyError) return tokenEndpointFault(thrown);
  if (thrown instanceof WWWAuthenticateChallengeError) return challengeFault(thrown);
  // Node's fetch says so of every connection that cannot be made or is broken off.
  if (thrown instanceof TypeError && thrown.message === 'fetch failed')
    return unavailable({ code: networkCode(thrown) });
  if (!(thrown instanceof ClientError)) return null;
  const chain = causeChain(thrown);
  const code = forLog(thrown.code ?? 'no code');
  if (chain.some((cause) => cause instanceof DOMException && cause.name === 'TimeoutError'))
    return unavailable({ code: 'OAUTH_TIMEOUT' });
  if (UNREACHABLE.has(code)) return unavailable({ code, message: messageOf(chain) });
  return tokenFault(code, chain);
}

/** A fault in the token or in what came with it, by the library's code and the claim it names. */
function tokenFault(code: string, chain: readonly unknown[]): Fault | null {
  const message = messageOf(chain);
  const details = fieldsOf(chain.at(-1));
  const log = { code, message };
  switch (code) {
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED': {
      const claim = forLog(details.claim);
      return refused(BY_CLAIM[claim] ?? 'unreadable-answer', { ...log, claim });
    }
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return refused('wrong-time', { ...log, claim: forLog(details.claim) });
    case 'OAUTH_KEY_SELECTION_FAILED':
    case 'OAUTH_UNSUPPORTED_OPERATION':
      return refused('wrong-signature', log);
    case 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED':
      return refused(details.attribute === 'sub' ? 'wrong-subject' : 'wrong-issuer', log);
    case 'OAUTH_PARSE_ERROR':
      // A text that ends early or is not JSON is the provider's trouble or that of the line to it.
      return message.includes('JWT') ? refused('unreadable-answer', log) : unavailable(log);
    case 'OAUTH_INVALID_RESPONSE':
      return refused(/signature|"alg"/.test(message) ? 'wrong-signature' : 'unreadable-answer', log);
    default:
      // A key that cannot be read; anything else is not the provider's doing.
      return chain[0] instanceof DOMException ? unavailable({ code, message }) : null;
  }
}

/** Turned away with a challenge: as a client, where the code is exchanged, or with its token, at userinfo. */
function challengeFault(thrown: WWWAuthenticateChallengeError): Fault {
  const log = { status: String(thrown.status), code: thrown.code };
  const atUserinfo = thrown.cause.some((challenge) => challenge.scheme === 'bearer');
  return refused(atUserinfo ? 'unreadable-answer' : 'unknown-client', log);
}

function tokenEndpointFault(thrown: ResponseBodyError): Fault {
  const log = {
    status: String(thrown.status),
    error: forLog(thrown.error),
    description: forLog(thrown.error_description ?? ''),
  };
  if (thrown.status >= 500 || thrown.error === 'server_error' || thrown.error === 'temporarily_unavailable')
    return unavailable(log);
  return refused(BY_TOKEN_ERROR[thrown.error] ?? 'unreadable-answer', log);
}

function refused(because: RefusalReason, log: RefusalLog): Fault {
  return { kind: 'refused', because, log };
}

function unavailable(log: RefusalLog): Fault {
  return { kind: 'unavailable', log };
}

/** The errors behind an error, the nearest first, and the last one's cause whatever it is. */
function causeChain(thrown: Error): unknown[] {
  const { cause } = thrown;
  if (cause === undefined) return [];
  return cause instanceof Error ? [cause, ...causeChain(cause)] : [cause];
}

/** The library's own words for what was wrong; they quote nothing that came from outside. */
function messageOf(chain: readonly unknown[]): string {
  const [first] = chain;
  return first instanceof Error ? forLog(first.message) : '';
}

function fieldsOf(cause: unknown): Record<string, unknown> {
  return typeof cause === 'object' && cause !== null ? { ...cause } : {};
}

function networkCode(thrown: Error): string {
  const fields = fieldsOf(thrown.cause);
  return forLog(typeof fields.code === 'string' ? fields.code : 'no code');
}
