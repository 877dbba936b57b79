/** What downloading needs of the world; handed in, so that a test can be quick about waiting. */
export interface Network {
  fetch: typeof fetch;
  /** Waits so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
  /** Instant in milliseconds, never running backwards. */
  now(): number;
  /** From 0 up to but not including 1. */
  random(): number;
  /** A connection that gives nothing for so many milliseconds is given up. */
  silence: number;
}

/** How often a download is begun again before it is given up. */
export const MOST_ATTEMPTS = 6;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** A publisher that asks for a longer rest is asked again another day. */
const LONGEST_REST = 300_000;

/**
 * How long to wait before the next attempt, in milliseconds: what the publisher asks for, else twice as long each time
 * with up to half as much again by chance, so that many who were turned away do not come back together. Null when the
 * rest asked for is longer than anybody waits.
 * @param attempt of those made, 1 for the first
 * @param retryAfter the header as sent: seconds, or a date
 * @param now instant in milliseconds
 * @param random from 0 up to but not including 1
 */
export function pauseBefore(
  attempt: number,
  retryAfter: string | null,
  { now, random }: { now: number; random: number },
): number | null {
  const asked = restAsked(retryAfter, now);
  if (asked !== null) return asked > LONGEST_REST ? null : asked;
  return Math.min(FIRST_PAUSE * 2 ** (attempt - 1), LONGEST_PAUSE) * (1 + random / 2);
}

function restAsked(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, until - now);
}

/**
 * Whether an address may be asked, or be redirected to: over HTTPS at one of the hosts named, or on this machine
 * where the first address was too (for a mirror, or a test).
 */
export function mayAsk(address: URL, hosts: readonly string[], isLocal: boolean): boolean {
  if (address.username !== '' || address.password !== '') return false;
  if (isLoopback(address.hostname)) return isLocal;
  return !isLocal && address.protocol === 'https:' && hosts.includes(address.hostname);
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}
