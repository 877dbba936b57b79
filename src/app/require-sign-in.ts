import { ConfigError } from '../config.ts';
import { decideAgainstDemonstration, firstAdministratorLink } from '../platform/identity/service.ts';
import type { Platform } from '../platform/platform.ts';

/**
 * Refuses to be reached by others while anyone who reaches it can choose to be somebody, and sees that somebody can sign
 * in: where no real person is recorded yet, a one-time link makes the first administrator. From the first start on that
 * others reach, the demonstration can never be switched on in these records, by no other process and no command.
 * @param unit command unit of the first administrator
 * @returns path of that link, to be shown to whoever starts Wardroom; null where people are recorded
 * @throws ConfigError while the demonstration is on
 */
export async function requireSignIn(system: Platform, unit: string): Promise<string | null> {
  if ((await decideAgainstDemonstration(system)) === 'on')
    throw new ConfigError(
      'The demonstration signs in anyone who asks, so others must not reach it: end it, or set HOST to 127.0.0.1 and leave PUBLIC_URL out.',
    );
  return (await firstAdministratorLink(system, unit))?.path ?? null;
}
