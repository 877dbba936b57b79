import { countWords } from '../../ui/count-words.ts';
import type { WardNow } from './team-view.ts';

/** How many are where, in one sentence: what the page answers first, and what is announced when it changes. */
export function sayTeamNow(wards: readonly WardNow[]): { figure: string; rest: string } {
  const kinds = wards.flatMap(({ rows }) => rows.map(({ where }) => where.kind));
  const count = (...asked: readonly string[]) => kinds.filter((kind) => asked.includes(kind)).length;
  if (kinds.length === 0) return { figure: 'Nobody is posted here today.', rest: '' };
  const [there, away, elsewhere, off] = [
    count('on-ward'),
    count('away'),
    count('working-elsewhere'),
    count('off-duty'),
  ];
  const others = [
    ...(away > 0 ? [`${away} called away`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} working elsewhere besides duty`] : []),
    ...(off > 0 ? [`${off} off duty`] : []),
  ];
  return {
    figure: `${there} of ${countWords(kinds.length, 'person', 'people')} on the ward.`,
    rest: others.length === 0 ? '' : `${others.join(', ')}.`,
  };
}
