import { randomInt } from 'node:crypto';

/** Codes made at once, each for one use. */
export const RECOVERY_CODES = 10;
/** Small letters and digits without those that look alike: 31 of them. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const HALF = 5;

/** Ten new codes such as "h3kpt-x9wma": 31 to the tenth, about 50 bits each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => `${letters(HALF)}-${letters(HALF)}`);
}

/** A recovery code as it was typed, in its one form; null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  if (plain.length !== 2 * HALF || [...plain].some((each) => !ALPHABET.includes(each))) return null;
  return `${plain.slice(0, HALF)}-${plain.slice(HALF)}`;
}

function letters(count: number): string {
  return Array.from({ length: count }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
