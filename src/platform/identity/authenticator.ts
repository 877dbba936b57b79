import { generateSecret, generateURI, verify } from 'otplib';

/** Seconds for which a code is shown. */
const STEP_SECONDS = 30;

/** A new secret for an authenticator: 160 bits, in base 32. */
export function newAuthenticatorSecret(): string {
  return generateSecret();
}

/** A secret in groups of four, as it is typed. */
export const secretInFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? '';

/** The address that an authenticator reads from a QR code. */
export function authenticatorAddress(secret: string, email: string): string {
  return generateURI({ issuer: 'Wardroom', label: email, secret });
}

/**
 * The step that a code belongs to: the present one, the one before or the one after, for clocks that differ; null when
 * it belongs to none of them. Whether the step was used before is for the records to say.
 * @source RFC 6238, sections 5.2 and 6
 */
export async function stepOfCode(secret: string, code: string, now: Date): Promise<number | null> {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const found = await verify({ secret, token, epoch, epochTolerance: STEP_SECONDS, period: STEP_SECONDS });
  return found.valid ? Math.floor(epoch / STEP_SECONDS) + found.delta : null;
}
