import { FIELD_NAMES, weightFieldName } from '../../src/desk/read-allocation-form.ts';
import type { Random } from '../../src/lib/statistics/random.ts';

/** Fields of the what-if form by name, as in an address. */
export type RandomForm = Record<string, string>;

/**
 * Forms of every kind a reader may send: weights with zeros, one part alone, decimals; officers from too few to too many;
 * floors and ceilings as they stand, changed, or none.
 * @param wards how many wards the officers are for
 */
export function randomForms(count: number, components: readonly string[], wards: number, random: Random): RandomForm[] {
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const weight = () => {
    const kind = random();
    if (kind < 0.25) return '0';
    return kind < 0.5 ? (random() * 100).toFixed(3) : String(whole(1, 100));
  };
  return Array.from({ length: count }, () => {
    const alone = random() < 0.15 ? whole(0, components.length - 1) : null;
    const weights = components.map((name, place): [string, string] => [
      weightFieldName(name),
      alone === null ? weight() : place === alone ? '100' : '0',
    ]);
    const floor = random() < 0.5 ? 2 : whole(0, 3);
    const ceiling = random() < 0.2 ? '' : String(whole(Math.max(1, floor), floor + 8));
    return {
      [FIELD_NAMES.dwo]: String(whole(0, wards * 8)),
      [FIELD_NAMES.pcso]: String(whole(wards - 5, wards * 3)),
      [FIELD_NAMES.floorDwo]: String(floor),
      [FIELD_NAMES.floorPcso]: String(random() < 0.8 ? 1 : 0),
      [FIELD_NAMES.ceilingDwo]: ceiling,
      [FIELD_NAMES.ceilingPcso]: random() < 0.5 ? '' : String(whole(1, 5)),
      ...Object.fromEntries(weights),
    };
  });
}
