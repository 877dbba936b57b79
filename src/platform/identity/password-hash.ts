import { hash, parseOptions, verify } from '@node-rs/argon2';
import { type BoundedQueue, boundedQueue, TURNED_AWAY } from '../workers/index.ts';
import { newToken } from './token.ts';

/**
 * What a password costs to check: argon2id, 19 MiB, two passes, one lane. A password hashed otherwise is hashed anew when
 * its owner next signs in.
 * @source OWASP Password Storage Cheat Sheet, https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
export const PASSWORD_COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The processors are for pages too: two hashes at once, and those of about a shift that begins may wait. */
export const HASHING_LIMITS = { atOnce: 2, waiting: 50 } as const;

/** One for the process, whoever signs in. */
const ofThisProcess = boundedQueue(HASHING_LIMITS);

/** A password as it is hashed: the same letters typed on another keyboard are the same password. */
const normal = (password: string): string => password.normalize('NFKC');

/** Hashes a password; or turns it away while too many wait. */
export function hashPassword(
  password: string,
  queue: BoundedQueue = ofThisProcess,
): Promise<string | typeof TURNED_AWAY> {
  return queue(() => hash(normal(password), PASSWORD_COST));
}

let nobodys: Promise<string> | null = null;

/**
 * Checks a password against a hash. Without a hash it takes as long, against one that nothing matches, so that the time
 * does not tell whether there is an account.
 * @param kept the hash on record; null where there is none
 */
export async function checkPassword(
  kept: string | null,
  password: string,
  queue: BoundedQueue = ofThisProcess,
): Promise<boolean | typeof TURNED_AWAY> {
  nobodys ??= hash(newToken(), PASSWORD_COST);
  const against = kept ?? (await nobodys);
  const fits = await queue(() => verify(against, normal(password)));
  return fits === TURNED_AWAY ? fits : fits && kept !== null;
}

/** Whether a hash was made at another cost than today's. */
export function isOutdated(kept: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(kept);
  return (
    memoryCost !== PASSWORD_COST.memoryCost ||
    timeCost !== PASSWORD_COST.timeCost ||
    parallelism !== PASSWORD_COST.parallelism
  );
}
