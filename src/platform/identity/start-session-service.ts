import type { Records } from '../database/index.ts';
import { describeBrowser } from './describe-browser.ts';
import type { Caller, PersonId, SignInMeans } from './model.ts';
import { expiryOf } from './session-limits.ts';
import { endSessions, insertSession, type Stage } from './session-store.ts';
import { hashToken, isToken, newId, newToken } from './token.ts';

/** A session about to begin. */
export interface SessionToStart {
  person: PersonId;
  stage: Stage;
  means: SignInMeans;
  caller: Caller;
  now: Date;
  /** When a second factor was given; null when none was yet. */
  secondFactorAt: Date | null;
}

/**
 * Begins a session with a token that was never used before, and ends the one the browser had: whoever planted a token
 * there, or took it away, holds nothing.
 * @returns the token, for the cookie, and the session's own name
 */
export async function startSession(trx: Records, start: SessionToStart): Promise<{ token: string; session: string }> {
  const { caller, now, stage, person, means, secondFactorAt } = start;
  if (isToken(caller.token)) {
    const ending = { at: now, by: person, reason: 'signed in anew' };
    await endSessions(trx, { hash: hashToken(caller.token) }, ending);
  }
  const token = newToken();
  const session = newId('session');
  await insertSession(trx, {
    id: session,
    hash: hashToken(token),
    person,
    stage,
    means,
    browser: describeBrowser(caller.userAgent),
    startedAt: now,
    expiresAt: expiryOf(stage === 'full' ? 'full' : 'half', now),
    secondFactorAt,
  });
  return { token, session };
}
