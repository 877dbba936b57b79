/**
 * Publishers of figures that the demonstration makes up none of, and that are weighed in no index: dedicated ward officers'
 * minutes. They stand beside made-up figures without meeting them.
 */
export const STANDING_BESIDE = ['dwo'];

/** Whether holdings are the demonstration's, but for what may stand beside it. */
export function onlyDemonstration(holdings: readonly { kind: string; publisher: string }[]): boolean {
  return holdings.every(({ kind, publisher }) => kind === 'synthetic' || STANDING_BESIDE.includes(publisher));
}
