import { addMonths, type Month, monthName, monthRange } from '../../lib/calendar/month.ts';
import type { Charter, TreatedGroup } from '../model.ts';

/** Fewest months before the start by which anything is estimated. */
const FEWEST_BEFORE = 4;

/** Months that are compared: those before the start, and those after it and the transition. */
export interface PanelMonths {
  before: readonly Month[];
  after: readonly Month[];
}

/**
 * The months of a panel, or one sentence why there is none.
 * @param latest the last month of which figures of the treated areas are held
 */
export function panelMonths(
  charter: Pick<Charter, 'preFrom' | 'end'>,
  group: Pick<TreatedGroup, 'name' | 'start' | 'transitionMonths'>,
  latest: Month,
): PanelMonths | { kind: 'refused'; because: string } {
  const before = monthRange(charter.preFrom, addMonths(group.start, -1));
  if (before.length < FEWEST_BEFORE) {
    const because = `Only ${before.length} months stand before the start in ${monthName(group.start)}: name an earlier first month in the charter, at least ${FEWEST_BEFORE} before it.`;
    return { kind: 'refused', because };
  }
  const judgedFrom = addMonths(group.start, group.transitionMonths);
  const after = monthRange(judgedFrom, latest < charter.end ? latest : charter.end);
  if (after.length === 0) {
    const because = `There are no figures of ${group.name} from ${monthName(judgedFrom)} on: the latest are of ${monthName(latest)}.`;
    return { kind: 'refused', because };
  }
  return { before, after };
}
