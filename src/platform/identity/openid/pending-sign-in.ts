import { z } from 'zod';

/** Longest that a person may take at their provider. */
export const PENDING_MINUTES = 10;

/** How far the clocks of two machines may differ. */
export const CLOCK_TOLERANCE_SECONDS = 60;

const pendingSignIn = z.strictObject({
  provider: z.string().min(1),
  redirectUri: z.url(),
  state: z.string().min(16),
  nonce: z.string().min(16),
  codeVerifier: z.string().min(43),
  startedAt: z.iso.datetime(),
});

/**
 * A sign-in that has begun and not ended. Whoever holds it can end it, so it is kept on the server or in a sealed
 * cookie of the browser that began it, and forgotten at the first answer.
 */
export interface PendingSignIn {
  /** Name of the provider the person was sent to. */
  provider: string;
  /** Address the provider sends the person back to. */
  redirectUri: string;
  /** Ties the answer to this browser. */
  state: string;
  /** Ties the identity token to this sign-in. */
  nonce: string;
  /** Ties the code to Wardroom (PKCE). */
  codeVerifier: string;
  /** ISO time. */
  startedAt: string;
}

/** Reads what a cookie or a store kept; null when it is not a pending sign-in. */
export function readPending(kept: unknown): PendingSignIn | null {
  return pendingSignIn.safeParse(kept).data ?? null;
}

/** Whether a sign-in began too long ago to be ended, or begins later than any clock's error explains. */
export function hasExpired(pending: PendingSignIn, now: Date): boolean {
  const seconds = (now.getTime() - new Date(pending.startedAt).getTime()) / 1000;
  return !(seconds <= PENDING_MINUTES * 60 && seconds >= -CLOCK_TOLERANCE_SECONDS);
}
