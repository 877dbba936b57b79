import { numberWord } from '../../ui/number-word.ts';
import { percent } from '../../ui/percent.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import { componentInSentence } from '../component-in-sentence.ts';
import type { Decision } from '../consultation/model.ts';
import type { OptimalPlan, PlannedWard } from '../model.ts';
import type { StabilityKnown } from '../stability/model.ts';
import type { AnswerRecords, AnswerStanding } from './model.ts';
import { inOrderOfWeight } from './order-of-parts.ts';
import { sayHowManyAloud } from './say-how-many.ts';
import { isAlone, isFixed, ONE_PART, shareWords } from './say-how-sure.ts';
import { sayLastOfficerAloud } from './say-last-officer.ts';
import { sayOneGain } from './say-what-would-change.ts';
import { sayApprovedBy, sayInvitedAloud } from './say-who-was-asked.ts';
import { tenseOf } from './tense.ts';

/**
 * What a councillor reads out of a ward in less than a minute, some 110 words: how many, why, which turn its last officer
 * was, what one change would give it one more, how sure it is, who was asked and who approved it. A sentence each.
 */
export function readAloud(records: AnswerRecords, ward: PlannedWard): string {
  const { plan, stability, decision, standing } = records;
  return [
    sayHowManyAloud(plan, ward, standing),
    whyAloud(plan, ward, standing),
    sayLastOfficerAloud(plan, ward, standing),
    sayOneGain(plan, ward, standing),
    howSureAloud(ward, stability),
    whoAloud(ward, decision, standing),
  ]
    .filter(Boolean)
    .join(' ');
}

/** "It has 2.9% of the demand in Central North, where an average ward has 2.7%, and its share is largest in robbery (9.1%)." */
function whyAloud({ wards, unit, used }: OptimalPlan, ward: PlannedWard, standing: AnswerStanding): string {
  const { hasNow, past } = tenseOf(standing);
  const average = percent(1 / wards.length);
  const [most] = inOrderOfWeight(used)
    .map(({ component, title }) => ({ title: componentInSentence(title), share: ward.components[component] ?? 0 }))
    .toSorted((a, b) => b.share - a.share);
  const largest =
    used.length < 2 || most === undefined
      ? ''
      : `, and its share ${past ? 'was' : 'is'} largest in ${most.title} (${percent(most.share)})`;
  return `It ${hasNow} ${percent(ward.demandShare)} of the demand in ${unit}, where an average ward ${hasNow} ${average}${largest}.`;
}

/** How many other weightings keep its number, and which number is commoner where one is. */
function howSureAloud(ward: PlannedWard, known: StabilityKnown): string {
  if (known.kind !== 'reckoned') return known.because;
  const { stability } = known;
  const shares = stability.wards.find(({ code }) => code === ward.code)?.shares;
  if (isAlone(stability)) return ONE_PART;
  if (shares === undefined) return 'How sure its number is under other weightings is not on record.';
  const own = shares[String(ward.dwo)] ?? 0;
  const [likeliest] = Object.entries(shares).toSorted(([, a], [, b]) => b - a);
  const count = wholeNumber(stability.samples);
  const of =
    stability.within === null ? `Of ${count} other weightings` : `Of ${count} weightings the parties would accept`;
  if (isFixed(stability))
    return own === 1
      ? 'The only weighting within the bounds given keeps that number.'
      : `The only weighting within the bounds given would give it ${difference(Number(likeliest?.[0]) - ward.dwo)}.`;
  if (own === 1) return `${of}, every one keeps that number.`;
  const kept = own === 0 ? 'none keeps that number' : `${shareWords(own)} keep that number`;
  if (likeliest === undefined || likeliest[1] <= own) return `${of}, ${kept}.`;
  const [number, share] = likeliest;
  const how = share > 0.5 ? 'most' : 'more of them';
  return `${of}, ${kept}, and ${how} would give it ${difference(Number(number) - ward.dwo)}.`;
}

/** "one more", "two fewer". */
function difference(change: number): string {
  const size = Math.abs(change);
  return `${numberWord(size)} ${change > 0 ? 'more' : 'fewer'}`;
}

/** "The Ward 2 ward panel, Camden Council and two others were asked, and a second person approved it." */
function whoAloud(ward: PlannedWard, decision: Decision | null, standing: AnswerStanding): string {
  const approved = sayApprovedBy(standing);
  if (approved === null) return '';
  if (decision === null) return `No consultation is on record for this plan, and ${approved}.`;
  return `${sayInvitedAloud(decision.review.invited, ward.code)}, and ${approved}.`;
}
