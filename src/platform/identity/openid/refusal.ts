import { PENDING_MINUTES } from './pending-sign-in.ts';
import type { OpenIdProvider } from './provider.ts';

/** Why somebody was not signed in. */
export type RefusalReason =
  | 'cancelled'
  | 'provider-refused'
  | 'expired'
  | 'other-provider'
  | 'wrong-state'
  | 'wrong-issuer'
  | 'wrong-nonce'
  | 'wrong-audience'
  | 'wrong-subject'
  | 'wrong-time'
  | 'wrong-signature'
  | 'used-code'
  | 'unknown-client'
  | 'unreadable-answer';

/** What happened, for the log: plain short texts, never a code, a token or a secret. */
export type RefusalLog = { readonly [field: string]: string };

export interface Refused {
  kind: 'refused';
  because: RefusalReason;
  /** For the person: one sentence that says what to do, and nothing of what was checked. */
  sentence: string;
  /** For the log. */
  log: RefusalLog;
}

const START_AGAIN = (title: string) =>
  `This answer from ${title} does not belong to a sign-in that you began here: start again.`;
const NOT_BELIEVED = (title: string) =>
  `The answer from ${title} could not be confirmed, so nobody was signed in: start again, and tell your administrator if that does not help.`;

/** What the person reads for each reason; what could help a forger reads the same. */
const SENTENCES: Record<RefusalReason, (title: string) => string> = {
  cancelled: (title) =>
    `You were not signed in, because the sign-in at ${title} was stopped: start again when you wish.`,
  'provider-refused': (title) =>
    `${title} did not sign you in: start again, and ask their service desk if that does not help.`,
  expired: () => `Signing in took too long: start again, and finish within ${PENDING_MINUTES} minutes.`,
  'other-provider': START_AGAIN,
  'wrong-state': START_AGAIN,
  'wrong-issuer': NOT_BELIEVED,
  'wrong-nonce': NOT_BELIEVED,
  'wrong-audience': NOT_BELIEVED,
  'wrong-subject': NOT_BELIEVED,
  'wrong-time': NOT_BELIEVED,
  'wrong-signature': NOT_BELIEVED,
  'used-code': () => 'This sign-in was already used or is too old: start again.',
  'unknown-client': (title) => `${title} does not take sign-ins from Wardroom: tell your administrator.`,
  'unreadable-answer': NOT_BELIEVED,
};

/** Refuses a sign-in at a provider, with the sentence for the reason. */
export function refuse(provider: OpenIdProvider, because: RefusalReason, log: RefusalLog = {}): Refused {
  return { kind: 'refused', because, sentence: SENTENCES[because](provider.title), log: { because, ...log } };
}

/** Brings a text from outside into a log: one line, short. */
export function forLog(text: unknown): string {
  return String(text)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .slice(0, 200);
}

/** A provider does not answer, or answers what no provider would; the message is one sentence for the person. */
export class ProviderUnavailable extends Error {
  override name = 'ProviderUnavailable';
  readonly log: RefusalLog;
  constructor(provider: OpenIdProvider, log: RefusalLog) {
    super(`${provider.title}'s sign-in service cannot be reached or used at the moment: try again in a few minutes.`);
    this.log = { provider: provider.name, ...log };
  }
}
