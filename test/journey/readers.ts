import type { Reader } from './browser.ts';

const WITH_SCRIPT: [string, Reader] = ['with script at 1280 px', { width: 1280, script: true }];
const WITHOUT_SCRIPT: [string, Reader] = ['without script at 320 px', { width: 320, script: false }];

/** Whether every journey is made by every reader, and axe looks at a page again that it has seen: JOURNEYS=all. */
export const ALL_JOURNEYS = process.env.JOURNEYS === 'all';

/**
 * Who makes a journey, by name: the one given, or both with JOURNEYS=all.
 * @param byDefault the reader to whom more of the journey is their own, where the other gets the same pages; or both
 */
export function readers(byDefault: 'with script' | 'without script' | 'both'): [string, Reader][] {
  if (ALL_JOURNEYS || byDefault === 'both') return [WITH_SCRIPT, WITHOUT_SCRIPT];
  return [byDefault === 'with script' ? WITH_SCRIPT : WITHOUT_SCRIPT];
}
