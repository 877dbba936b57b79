import { type BoundaryVersion, boundarySet } from '../../geography/index.ts';
import type { IncidentKindName } from '../incidents/incident-kinds.ts';
import type { ReasonCount } from '../model.ts';
import type { LaterFigures } from './model.ts';

const INCIDENTS: Record<IncidentKindName, string> = {
  street: 'crimes',
  'stop-and-search': 'stops and searches',
  outcomes: 'outcomes',
};

/** What a boundary file's report says of the incidents that imports held before, now counted in its set. */
export function sayCounted(figures: readonly LaterFigures[], version: BoundaryVersion): ReasonCount[] {
  return figures.flatMap(({ held, counted }) =>
    counted
      .filter((each) => each.version === version)
      .map(({ kind, incidents, wards }) => ({
        reason: `${INCIDENTS[kind]} of "${held.file}", imported before: counted in ${wards} ward${wards === 1 ? '' : 's'} of this set`,
        count: incidents,
      })),
  );
}

/** What taking boundaries back says of incidents that are counted anew in the boundaries left. */
export function sayCountedAnew({ held, versions }: Pick<LaterFigures, 'held' | 'versions'>): string {
  return `The ward figures of "${held.file}" were counted again in the ${setNames(versions)} that are left.`;
}

/** What taking boundaries back says of incidents that are in no ward of their set any more. */
export function sayGone({ held, versions }: Pick<LaterFigures, 'held' | 'versions'>): string {
  return `"${held.file}" has no figures of ${setNames(versions)} any more, as before these boundaries came; its incidents are kept.`;
}

function setNames(versions: readonly BoundaryVersion[]): string {
  return versions.map((version) => boundarySet(version).title).join(' and ');
}
