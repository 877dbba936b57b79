import { andList } from '../../../ui/and-list.ts';
import { longDate } from '../../../ui/long-date.ts';
import type { Review } from '../model.ts';

/** What of a review can be changed while it runs. */
export type Changeable = Pick<Review, 'name' | 'question' | 'closesOn' | 'inForceFrom' | 'invited'> & {
  /** Why it was closed before its closing day was over. */
  closedBecause?: string | null;
};

/** What one version of a review changed of the one before, in sentences; none where nothing was. */
export function sayReviewChanges(before: Changeable, after: Changeable): string[] {
  const names = ({ invited }: Changeable) => invited.map(({ name }) => name);
  const asked = names(after).filter((name) => !names(before).includes(name));
  const dropped = names(before).filter((name) => !names(after).includes(name));
  const closed = ({ closedBecause = null }: Changeable) => closedBecause !== null;
  return [
    ...(closed(before) === closed(after) ? [] : [closed(after) ? 'It was closed at once.' : 'It was opened again.']),
    ...(before.name === after.name ? [] : [`It was called “${before.name}”.`]),
    ...(before.question === after.question ? [] : [`The question was: “${before.question}”`]),
    ...(before.closesOn === after.closesOn
      ? []
      : [`The last day to comment moved from ${longDate(before.closesOn)} to ${longDate(after.closesOn)}.`]),
    ...(before.inForceFrom === after.inForceFrom
      ? []
      : [`The first day of its plan moved from ${longDate(before.inForceFrom)} to ${longDate(after.inForceFrom)}.`]),
    ...(asked.length === 0 ? [] : [`Asked as well: ${andList(asked)}.`]),
    ...(dropped.length === 0 ? [] : [`No longer asked: ${andList(dropped)}.`]),
  ];
}
