import { z } from 'zod';
import type { OpenIdProvider } from './provider.ts';

/** Who signed in, in their provider's words. Issuer and subject together name a person; nothing else does. */
export interface SignedIn {
  kind: 'signed-in';
  /** Name of the provider: "camden". */
  provider: string;
  issuer: string;
  /** Organisation whose people sign in there; null: of any. */
  organisation: string | null;
  /** The provider's own name for the person, never given to another. */
  subject: string;
  email: string | null;
  /** Whether the provider says that it has checked the address. */
  emailVerified: boolean;
  /** Whether the address may find the person's account: the organisation's own domain, from a provider trusted so far. */
  emailIdentifies: boolean;
  name: string | null;
  /** When the person last proved at the provider who they are; null when it does not say. */
  authTime: Date | null;
  /** What the provider calls the strength of the sign-in. */
  acr: string | null;
  /** Means that were used, such as "pwd" and "otp" (RFC 8176). */
  amr: readonly string[];
  /** Whether a second factor was used, in the words that the provider's settings list. */
  secondFactor: boolean;
}

/** Claims as providers write them; one that is not in its form is as good as missing, the subject excepted. */
const claims = z.object({
  iss: z.string(),
  // OpenID Connect Core 1.0, section 2: at most 255 characters of ASCII.
  sub: z.string().regex(/^[\x21-\x7e]([\x20-\x7e]{0,253}[\x21-\x7e])?$/),
  email: z.email().max(254).nullable().catch(null),
  email_verified: z.boolean().nullable().catch(null),
  name: z.string().nullable().catch(null).transform(oneLine),
  auth_time: z.number().int().nonnegative().max(8_640_000_000_000).nullable().catch(null),
  acr: z.string().max(200).nullable().catch(null),
  amr: z.array(z.string().max(200)).catch([]),
});

/** Name and address from a provider's userinfo, for what its token leaves out. */
export type FurtherClaims = { readonly [claim: string]: unknown };

/** Whether a token says all that is asked, so that the provider need not be asked again. */
export function saysWho(token: FurtherClaims): boolean {
  return typeof token.email === 'string' && typeof token.name === 'string';
}

/**
 * Reads who signed in from a token that has been checked already.
 * @param token the token's claims
 * @param further claims from userinfo about the same subject, or none; the token's own win
 * @returns null when the token names nobody
 */
export function identityOf(
  provider: OpenIdProvider,
  token: FurtherClaims,
  further: FurtherClaims = {},
): SignedIn | null {
  // An address and the word that it was checked come from the same place, or a checked one could vouch for another.
  const address = typeof token.email === 'string' ? token : further;
  const read = claims.safeParse({
    ...token,
    email: address.email,
    email_verified: address.email_verified,
    name: token.name ?? further.name,
  });
  if (!read.success) return null;
  const { iss, sub, email, email_verified, name, auth_time, acr, amr } = read.data;
  return {
    kind: 'signed-in',
    provider: provider.name,
    issuer: iss,
    organisation: provider.organisation,
    subject: sub,
    email,
    emailVerified: email !== null && email_verified === true,
    emailIdentifies: emailIdentifies(provider, email, email_verified),
    name,
    authTime: auth_time === null ? null : new Date(auth_time * 1000),
    acr,
    amr,
    secondFactor: [...amr, ...(acr === null ? [] : [acr])].some((word) => provider.secondFactor.includes(word)),
  };
}

/** One council's provider must not be able to speak for another's people, nor for the force's. */
function emailIdentifies(provider: OpenIdProvider, email: string | null, verified: boolean | null): boolean {
  if (email === null || !provider.emailIsTrusted || verified === false) return false;
  return provider.emailDomains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
}

/** A name as one line of at most 200 characters; null when nothing is left. */
function oneLine(name: string | null): string | null {
  const line = (name ?? '').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return [...line].slice(0, 200).join('').trim() || null;
}
