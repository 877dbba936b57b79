/** How long a sign-in holds. */
export const SESSION_LIMITS = {
  /** Without a request. */
  idleMinutes: 30,
  /** However much it is used. */
  absoluteHours: 12,
  /** Between the password and the code. */
  halfMinutes: 10,
  /** After a second factor was given: for what asks for one afresh. */
  stepUpMinutes: 15,
  /** Use is written down at most so often, so idle time is counted up to a minute too early, never too late. */
  lastSeenSeconds: 60,
} as const;

const MINUTE = 60_000;

/** The moment before which a session must have been used to be idle now. */
export const idleSince = (now: Date): Date => new Date(now.getTime() - SESSION_LIMITS.idleMinutes * MINUTE);

/** When a session that begins now ends at the latest. */
export function expiryOf(stage: 'full' | 'half', now: Date): Date {
  const { absoluteHours, halfMinutes } = SESSION_LIMITS;
  return new Date(now.getTime() + (stage === 'full' ? absoluteHours * 60 : halfMinutes) * MINUTE);
}

/** Whether a session still holds. */
export function holds(session: { lastSeenAt: Date; expiresAt: Date }, now: Date): boolean {
  return session.expiresAt > now && session.lastSeenAt > idleSince(now);
}

/** Whether a second factor was given a short while ago. */
export function isSteppedUp(secondFactorAt: Date | null, now: Date): boolean {
  return secondFactorAt !== null && now.getTime() - secondFactorAt.getTime() < SESSION_LIMITS.stepUpMinutes * MINUTE;
}

/** Whether use should be written down again. */
export function isDueToTouch(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= SESSION_LIMITS.lastSeenSeconds * 1000;
}
