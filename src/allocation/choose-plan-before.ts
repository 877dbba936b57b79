import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import { choosePlanInForce } from './choose-plan-in-force.ts';
import type { ListedPlan } from './model.ts';

/** What a published plan took the place of. */
export type PlanBefore =
  /** Its day has come: before it readers saw this plan, or none. first: none was published for its wards before it. */
  | { kind: 'past'; before: ListedPlan | null; first: boolean }
  /** Its day is still to come: without it readers would see this plan then, or none. */
  | { kind: 'coming'; before: ListedPlan | null }
  /** It changes nothing for a reader: one sentence says why. */
  | { kind: 'nothing'; because: string };

/**
 * The plan that readers saw before one that was published, withdrawn since or not: of those that stood at the moment when
 * it came into force, the one in force on its day. A plan from real figures takes the place of none from made-up ones.
 * @param plans every plan published for the unit, withdrawn or not
 */
export function choosePlanBefore(plans: readonly ListedPlan[], plan: ListedPlan, now: Date): PlanBefore {
  const dayPublished = todayInLondon(plan.publishedAt);
  const { inForceFrom, boundaryVersion, withdrawn } = plan;
  const waited = inForceFrom > dayPublished;
  if (waited && withdrawn !== null && todayInLondon(withdrawn.at) < inForceFrom)
    return { kind: 'nothing', because: 'It was withdrawn before its day came, so it changed nothing for a reader.' };
  const coming = inForceFrom > todayInLondon(now);
  const moment = coming ? now : plan.publishedAt;
  const isBefore = (at: Date) => (waited && !coming ? todayInLondon(at) < inForceFrom : at <= moment);
  // Two published in the same instant have an order all the same.
  const precedes = ({ sequence, publishedAt }: ListedPlan) =>
    isBefore(publishedAt) && (waited || publishedAt < moment || sequence < plan.sequence);
  const others = plans.filter(({ id, synthetic }) => id !== plan.id && (plan.synthetic || !synthetic));
  const standing = others
    .filter((each) => precedes(each) && !(each.withdrawn !== null && isBefore(each.withdrawn.at)))
    .map((each) => ({ ...each, withdrawn: null }));
  const asked = { asAt: inForceFrom, boundaryVersion, withSynthetic: true };
  const winner = choosePlanInForce([...standing, { ...plan, withdrawn: null }], asked);
  if (winner !== null && winner.id !== plan.id) {
    const because = coming
      ? `As things stand it changes nothing for a reader: plan ${winner.id} comes into force in its place.`
      : `It changed nothing for a reader: plan ${winner.id} was in force in its place.`;
    return { kind: 'nothing', because };
  }
  const before = choosePlanInForce(standing, asked);
  if (coming) return { kind: 'coming', before };
  const first = !plans.some(
    (each) => each.id !== plan.id && each.boundaryVersion === boundaryVersion && precedes(each),
  );
  return { kind: 'past', before, first };
}
