import { forLog, type RefusalLog, type RefusalReason } from './refusal.ts';

/**
 * Says what is wrong with the answer a person came back with, before anything is asked of the provider.
 * State and issuer come first: what another party wrote is not read any further.
 * @param expected `namesIssuer`: whether the provider promises to name itself in every answer
 * @returns null when the answer holds one code, for this sign-in, from this provider
 * @source RFC 6749 section 4.1.2; RFC 9207 on `iss` against mix-up, https://www.rfc-editor.org/rfc/rfc9207
 */
export function answerFault(
  answer: URLSearchParams,
  expected: { state: string; issuer: string; namesIssuer: boolean },
): { because: RefusalReason; log: RefusalLog } | null {
  const twice = ['state', 'iss', 'code', 'error'].find((name) => answer.getAll(name).length > 1);
  if (twice !== undefined) return { because: 'unreadable-answer', log: { twice } };
  if (answer.get('state') !== expected.state) return { because: 'wrong-state', log: {} };
  const issuer = answer.get('iss');
  if (issuer === null ? expected.namesIssuer : issuer !== expected.issuer)
    return { because: 'wrong-issuer', log: { expected: expected.issuer, got: forLog(issuer ?? 'none') } };
  const error = answer.get('error');
  if (error !== null) {
    const log = { error: forLog(error), description: forLog(answer.get('error_description') ?? '') };
    return { because: error === 'access_denied' ? 'cancelled' : 'provider-refused', log };
  }
  // Other flows than ours put a token here, where every log on the way can read it.
  const unasked = ['id_token', 'token', 'access_token', 'response'].find((name) => answer.has(name));
  if (unasked !== undefined) return { because: 'unreadable-answer', log: { unasked } };
  if (!answer.get('code')) return { because: 'unreadable-answer', log: { missing: 'code' } };
  return null;
}
