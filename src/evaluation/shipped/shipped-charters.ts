import type { Charter } from '../model.ts';
import { PATHFINDER_2017 } from './pathfinder-2017.ts';

/** Charters that come with Wardroom, by name; retrospective all, so nobody signs them. */
const SHIPPED: readonly Charter[] = [PATHFINDER_2017];

/** Every charter that comes with Wardroom. */
export const shippedCharters = (): readonly Charter[] => SHIPPED;

/** The charter of a name; null where none that comes with Wardroom has it. */
export const shippedCharter = (name: string): Charter | null =>
  SHIPPED.find((charter) => charter.name === name) ?? null;
