import { andList } from '../../ui/and-list.ts';
import type { PostClass, RingfencePolicy } from '../model.ts';
import { REASONS, type Reason } from '../reasons.ts';
import { sayReason } from '../team/say-reason.ts';

/** Reasons that read otherwise to the officer whose duty it is, within a sentence. */
const TO_THEM: Partial<Record<Reason, string>> = {
  'court-own-case': 'court for your own case',
  'court-other': 'court for other work',
  event: 'Carnival, New Year’s Eve',
  union: 'Federation or union duty',
};

/** The rule for a post of a class in one line, as the policy has it. */
export function sayRule(
  { classes, rulings }: Pick<RingfencePolicy, 'classes' | 'rulings'>,
  postClass: PostClass,
): string {
  const named = (ruling: string) =>
    REASONS.filter(({ reason }) => rulings[reason] === ruling).map(
      ({ reason }) => TO_THEM[reason] ?? sayReason(reason).toLowerCase(),
    );
  const permitted = andList(named('permitted'));
  const also =
    permitted === ''
      ? ''
      : ` ${permitted.charAt(0).toUpperCase()}${permitted.slice(1)} ${named('permitted').length === 1 ? 'is' : 'are'} permitted.`;
  if (classes[postClass] === 'aspiration')
    return `Not ring-fenced yet: for posts like yours it is an aspiration, so nothing counts as a breach.${also}`;
  const exceptions = named('exception').join(' or ');
  return exceptions === ''
    ? `Ring-fenced, without exceptions.${also}`
    : `Ring-fenced: only ${exceptions.replace('Carnival, New Year’s Eve or', 'Carnival, New Year’s Eve or a')} is an exception.${also}`;
}
