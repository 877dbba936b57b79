import type { PlansCompared } from '../changes/model.ts';
import type { ListedPlan } from '../model.ts';
import type { SinceLastTime } from './model.ts';

/** What a change list tells, as answers say it. */
export function sinceLastTime(
  list: {
    before: ListedPlan | null;
    because: string | null;
    changes: PlansCompared | null;
  },
  first: boolean,
): SinceLastTime {
  const { before, because, changes } = list;
  if (because !== null) return { kind: 'nothing', because };
  if (before === null) return { kind: first ? 'first' : 'none before' };
  if (changes === null) return { kind: 'none before' };
  if (changes.kind === 'other wards') return { kind: 'nothing', because: changes.sentences.join(' ') };
  return {
    kind: 'changed',
    before: { id: before.id, from: before.inForceFrom, withdrawn: before.withdrawn !== null },
    sentences: changes.sentences,
    wards: changes.wards.map(({ code, sentence }) => ({ code, because: sentence })),
  };
}
