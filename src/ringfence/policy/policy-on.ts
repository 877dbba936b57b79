import type { PolicyInForce } from '../model.ts';
import { PERMITTED_DEFAULT } from './permitted-default.ts';

const adopted = ({ adoptedAt, version }: PolicyInForce): [number, number] => [adoptedAt?.getTime() ?? 0, version];

/**
 * The policy in force on a day: the one that came into force last, on it or before; of two from the same day, the one
 * that was adopted last. Before the first, what Wardroom ships.
 * @param timeline adopted policies of a unit, in any order
 * @param day      "2026-10-25"
 */
export function policyOn(timeline: readonly PolicyInForce[], day: string): PolicyInForce {
  return timeline.reduce((found, each) => {
    if (each.inForceFrom > day) return found;
    if (found === PERMITTED_DEFAULT || each.inForceFrom > found.inForceFrom) return each;
    if (each.inForceFrom < found.inForceFrom) return found;
    const [[at, version], [foundAt, foundVersion]] = [adopted(each), adopted(found)];
    return at > foundAt || (at === foundAt && version > foundVersion) ? each : found;
  }, PERMITTED_DEFAULT);
}
