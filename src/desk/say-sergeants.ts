import { type OptimalPlan, sergeantOf } from '../allocation/index.ts';
import { andList } from '../ui/and-list.ts';
import { countWords } from '../ui/count-words.ts';

/** How sergeants lead the wards: "17 wards have a sergeant of their own, and 20 share one with a neighbour." */
export function saySergeants({ sergeants }: Pick<OptimalPlan, 'sergeants'>): string {
  const sharing = sergeants.filter(({ wards }) => wards.length > 1).length;
  const alone = sergeants.length - sharing;
  const own = `${countWords(alone, 'ward')} ${alone === 1 ? 'has a sergeant of its own' : 'have a sergeant of their own'}`;
  if (sharing === 0) return `Every ward has a sergeant of its own.`;
  const pairs = `${countWords(2 * sharing, 'ward')} share one, two and two`;
  return alone === 0 ? `${pairs.charAt(0).toUpperCase()}${pairs.slice(1)}.` : `${own}, and ${pairs}.`;
}

/** Who leads a ward, for a cell: "shares with Clerkenwell", "its own"; null where no sergeants are planned. */
export function saySharing(plan: Pick<OptimalPlan, 'sergeants'>, code: string): string | null {
  const led = sergeantOf(plan, code);
  if (led === null) return null;
  const others = led.sergeant.names.filter((_name, place) => led.sergeant.wards[place] !== code);
  return others.length === 0 ? 'its own' : `shares with ${andList(others)}`;
}

/** A ward's sergeant in a sentence: "Its sergeant also leads Clerkenwell: a Standard ward."; null where none are planned. */
export function sayItsSergeant(plan: Pick<OptimalPlan, 'sergeants'>, code: string): string | null {
  const led = sergeantOf(plan, code);
  if (led === null) return null;
  const { names, wards, tier } = led.sergeant;
  const others = names.filter((_name, place) => wards[place] !== code);
  return others.length === 0
    ? `It has a sergeant of its own: a ${tier} ward.`
    : `Its sergeant also leads ${andList(others)}: a ${tier} ward.`;
}
