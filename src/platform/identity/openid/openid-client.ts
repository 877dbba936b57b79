import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { answerFault } from './answer-fault.ts';
import type { Discovery } from './discovery-client.ts';
import { type FurtherClaims, identityOf, type SignedIn, saysWho } from './identity-of.ts';
import { hasExpired, type PendingSignIn } from './pending-sign-in.ts';
import type { OpenIdProvider } from './provider.ts';
import { readFault } from './read-fault.ts';
import { ProviderUnavailable, type Refused, refuse } from './refusal.ts';

interface Surroundings {
  discovery: Discovery;
  /** Judges the age of a sign-in and of what is kept; a token's own times are judged by this machine's clock. */
  now: Date;
}

/**
 * Begins a sign-in: where to send the person, and what to keep until they come back.
 * @param redirectUri address of ours that the provider sends them back to, registered there letter for letter
 * @returns `pending` goes into a sealed cookie or the server's memory, and is forgotten at the first answer
 * @throws ProviderUnavailable with one sentence for the person
 */
export async function beginSignIn(
  provider: OpenIdProvider,
  { discovery, now, redirectUri }: Surroundings & { redirectUri: string },
): Promise<{ url: string; pending: PendingSignIn }> {
  const pending: PendingSignIn = {
    provider: provider.name,
    redirectUri,
    state: randomState(),
    nonce: randomNonce(),
    codeVerifier: randomPKCECodeVerifier(),
    startedAt: now.toISOString(),
  };
  const challenge = await calculatePKCECodeChallenge(pending.codeVerifier);
  const configuration = await discovery.describe(provider, now);
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  return { url: url.href, pending };
}

/**
 * Ends a sign-in with the answer that the provider sent the person back with.
 * @param callbackUrl the address they came back to; only what stands after its "?" is read, so a proxy may have
 *   changed the rest
 * @param pending what `beginSignIn` gave, from this same browser
 * @returns who signed in, or why nobody did
 * @throws ProviderUnavailable with one sentence for the person
 */
export async function finishSignIn(
  provider: OpenIdProvider,
  callbackUrl: URL,
  pending: PendingSignIn,
  { discovery, now }: Surroundings,
): Promise<SignedIn | Refused> {
  if (pending.provider !== provider.name)
    return refuse(provider, 'other-provider', { begunAt: pending.provider, answeredBy: provider.name });
  if (hasExpired(pending, now)) return refuse(provider, 'expired', { startedAt: pending.startedAt });
  const configuration = await discovery.describe(provider, now);
  const server = configuration.serverMetadata();
  const fault = answerFault(callbackUrl.searchParams, {
    state: pending.state,
    issuer: server.issuer,
    namesIssuer: server.authorization_response_iss_parameter_supported === true,
  });
  if (fault !== null) return refuse(provider, fault.because, fault.log);
  try {
    const who = await exchange(provider, configuration, callbackUrl, pending);
    return who ?? refuse(provider, 'unreadable-answer', { claim: 'sub' });
  } catch (error) {
    const read = readFault(error);
    if (read === null) throw error;
    if (read.kind === 'unavailable') throw new ProviderUnavailable(provider, { step: 'token', ...read.log });
    return refuse(provider, read.because, read.log);
  }
}

/** Exchanges the code for a checked token, and asks userinfo for what the token leaves out. */
async function exchange(
  provider: OpenIdProvider,
  configuration: Configuration,
  callbackUrl: URL,
  pending: PendingSignIn,
): Promise<SignedIn | null> {
  const answer = new URL(pending.redirectUri);
  answer.search = callbackUrl.search;
  const tokens = await authorizationCodeGrant(configuration, answer, {
    expectedState: pending.state,
    expectedNonce: pending.nonce,
    pkceCodeVerifier: pending.codeVerifier,
    idTokenExpected: true,
  });
  const token = tokens.claims();
  if (token === undefined) return null;
  const further: FurtherClaims =
    saysWho(token) || configuration.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : await fetchUserInfo(configuration, tokens.access_token, token.sub);
  return identityOf(provider, token, further);
}

/**
 * Where to send a person who signs out of Wardroom and wants to be signed out at their provider too.
 * @param redirectUri address of ours that the provider offers to go back to, registered there
 * @returns null when the provider offers no such thing
 * @throws ProviderUnavailable with one sentence for the person
 * @source OpenID Connect RP-Initiated Logout 1.0, https://openid.net/specs/openid-connect-rpinitiated-1_0.html
 */
export async function signOutUrl(
  provider: OpenIdProvider,
  { discovery, now, redirectUri }: Surroundings & { redirectUri: string },
): Promise<string | null> {
  const configuration = await discovery.describe(provider, now);
  if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
  return buildEndSessionUrl(configuration, { post_logout_redirect_uri: redirectUri }).href;
}
