import type { Platform } from '../../platform/platform.ts';

/** Made-up people of the demonstration work with made-up rows, and real people with real ones. */
export function worksWithMadeUp({ principal }: Pick<Platform, 'principal'>): boolean {
  return principal.kind === 'person' && principal.demonstration;
}
