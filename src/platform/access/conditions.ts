import type { Condition, Permission, Principal } from './model.ts';

/** Everything that may have to be there besides a permission, in the order it is asked for. */
export const CONDITIONS: readonly Condition[] = ['named-case', 'reason', 'step-up'];

const DOING: Readonly<Record<Condition, string>> = {
  'named-case': 'name the case',
  reason: 'say why you ask',
  'step-up': 'give your code again',
};

/**
 * What a permission still asks for. A second factor given a short while ago counts for whoever gave it.
 * @param met conditions that what is asked meets, such as a reason among its arguments
 */
export function unmetConditions(
  { conditions }: Pick<Permission, 'conditions'>,
  principal: Principal,
  met: readonly Condition[],
): readonly Condition[] {
  const steppedUp = principal.kind === 'person' && principal.steppedUp;
  return CONDITIONS.filter(
    (each) => conditions.includes(each) && !met.includes(each) && !(each === 'step-up' && steppedUp),
  );
}

/** One sentence that asks for what is missing: "Give your code again to go on." */
export function sayUnmet(unmet: readonly Condition[]): string {
  const parts = unmet.map((each) => DOING[each]);
  const [last = '', ...before] = parts.toReversed();
  const list = before.length === 0 ? last : `${before.toReversed().join(', ')} and ${last}`;
  return `${list.charAt(0).toUpperCase()}${list.slice(1)} to go on.`;
}
