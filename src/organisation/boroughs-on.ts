import type { CommandUnit, UnitBorough } from './model.ts';

/**
 * The boroughs that belonged to a unit on a date, by code.
 * Before the unit existed its first boroughs are given, so that earlier years can be looked at on its ground.
 */
export function boroughsOn(unit: CommandUnit, date: string): UnitBorough[] {
  const first = unit.boroughs.map((borough) => borough.from).sort()[0] ?? date;
  const asked = date < first ? first : date;
  return unit.boroughs
    .filter((borough) => borough.from <= asked && (borough.until === null || asked < borough.until))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
