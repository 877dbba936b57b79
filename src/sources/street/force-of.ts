import { slug } from '../../measures/index.ts';

/** Forces whose slug on data.police.uk is not their name without its last words. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['metropolitan-police-service', 'metropolitan'],
  ['british-transport-police', 'btp'],
  ['police-service-of-northern-ireland', 'northern-ireland'],
]);

/**
 * The name data.police.uk uses in its file names for the force in the column "Reported by".
 * @example forceOf('Avon and Somerset Constabulary') // 'avon-and-somerset'
 */
export function forceOf(reportedBy: string): string {
  const name = slug(reportedBy);
  return OTHERS.get(name) ?? name.replace(/-(police-service|police|constabulary)$/, '');
}
