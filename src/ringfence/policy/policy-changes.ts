import { POST_CLASSES, type RingfencePolicy } from '../model.ts';
import { REASONS } from '../reasons.ts';
import { sayClass, sayRuling } from './say-rulings.ts';
import { settingRows } from './setting-rows.ts';

/** What a policy would change of another: for whoever adopts it, one line each. */
export interface PolicyChange {
  what: string;
  before: string;
  after: string;
}

/** Everything that a policy rules or sets otherwise than another, in the order of their pages. */
export function policyChanges(before: RingfencePolicy, after: RingfencePolicy): PolicyChange[] {
  const settings = settingRows(before);
  const all = [
    ...REASONS.map(({ reason, title }) => ({
      what: title,
      before: sayRuling(before.rulings[reason]),
      after: sayRuling(after.rulings[reason]),
    })),
    ...POST_CLASSES.map((each) => ({
      what: sayClass(each),
      before: before.classes[each] === 'ring-fenced' ? 'Ring-fenced' : 'Aspiration',
      after: after.classes[each] === 'ring-fenced' ? 'Ring-fenced' : 'Aspiration',
    })),
    ...settingRows(after).map(({ key, value }, index) => ({
      what: key,
      before: settings[index]?.value ?? '',
      after: value,
    })),
  ];
  return all.filter((each) => each.before !== each.after);
}
