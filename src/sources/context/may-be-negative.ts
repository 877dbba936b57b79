const WORDS = /\b(net|change|difference|balance)\b/i;

/**
 * Whether a column of a profile may hold negative figures: what is said to be net, a change or a difference. All others
 * count or measure what there is; of the three publications only net migration and net new homes have negative figures.
 * @example mayBeNegative('Net_internal_migration_(2015)') // true
 */
export function mayBeNegative(title: string): boolean {
  return WORDS.test(title.replaceAll('_', ' '));
}
