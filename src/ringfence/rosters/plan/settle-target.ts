import { saySpan } from '../../../ui/say-span.ts';
import { absenceInTheWay, type InTheWay } from '../../duties/absence-in-the-way.ts';
import type { Absence, TimeSpan } from '../../model.ts';
import type { AwayTime, HeldDuty, TargetDuty } from './model.ts';
import { meets, sameTime } from './overlaps.ts';

/** What a duty of a roster makes of the one that is held. */
export type Settled =
  | { kind: 'unchanged'; aways: AwayTime[] }
  | { kind: 'changed'; during: TimeSpan; confirm: boolean; aways: AwayTime[] }
  | { kind: 'held'; said: string };

const OWN_ORDER =
  'The records hold it by your own order with other times: leave the row to another sergeant or an inspector.';
const WHO = { officer: 'The officer', sergeant: 'The sergeant', roster: 'An earlier roster' } as const;

/**
 * What a roster's duty makes of the held one it is: a planned time never changes what was confirmed, and no change leaves
 * an absence outside its duty, or has one last for another time that whoever takes the roster in ordered. A duty that they
 * ordered stays as it is. Times away that are held already are left out of those to add.
 * @param of.absences  of the duty that stand
 * @param of.ownOrders ids of those that whoever takes the roster in ordered
 */
export function settleTarget(
  target: TargetDuty,
  duty: HeldDuty,
  { absences, ownOrders }: { absences: readonly Absence[]; ownOrders: ReadonlySet<string> },
): Settled {
  const { during, confirm } = wishedOf(target, duty);
  const moved = !sameTime(during, duty.during);
  const confirmed = whyConfirmed(duty, moved, target.worked);
  if (confirmed !== null) return { kind: 'held', said: confirmed };
  if (target.elsewhere !== null && JSON.stringify(target.elsewhere) !== JSON.stringify(elsewhereOf(duty, target)))
    return { kind: 'held', said: 'The records hold it with another reason, order or event: change it there by hand.' };
  if (duty.byOwnOrder && (moved || confirm)) return { kind: 'held', said: OWN_ORDER };
  const inTheWay = absenceInTheWay({ before: duty.during, after: during, absences, ownOrders });
  if (inTheWay !== null) return { kind: 'held', said: sayInTheWay(inTheWay) };
  const aways: AwayTime[] = [];
  for (const away of target.aways) {
    const met = absences.find((absence) => meets(timeOf(absence, during), away));
    if (met === undefined) aways.push(away);
    else if (!isSame(met, away, during))
      return {
        kind: 'held',
        said: `The records have the officer away then, ${saySpan(timeOf(met, during))}: correct that absence by hand.`,
      };
  }
  return moved || confirm ? { kind: 'changed', during, confirm, aways } : { kind: 'unchanged', aways };
}

/** When the roster says that the duty is, and whether it says so of what nobody had confirmed. */
function wishedOf(target: TargetDuty, duty: HeldDuty): { during: TimeSpan; confirm: boolean } {
  const asPlanned =
    !target.worked && target.planned !== null && duty.planned !== null && sameTime(target.planned, duty.planned);
  return { during: asPlanned ? duty.during : target.during, confirm: target.worked && duty.confirmed === null };
}

function whyConfirmed({ confirmed, during }: HeldDuty, moved: boolean, worked: boolean): string | null {
  if (!moved || confirmed === null || (confirmed === 'roster' && worked)) return null;
  const then = worked
    ? 'settle with them which is right, and change the duty by hand'
    : 'a planned time does not change that, so write WORKED where the roster knows better';
  return `${WHO[confirmed]} confirmed the duty as worked ${saySpan(during)}: ${then}.`;
}

/** Duties do not keep the reference of an order. */
const elsewhereOf = ({ elsewhere }: HeldDuty, target: TargetDuty): TargetDuty['elsewhere'] => {
  if (elsewhere === null) return null;
  const { reason, order, event } = elsewhere;
  const reference = target.elsewhere?.order?.reference ?? '';
  return { reason, order: order === null ? null : { by: order.by, person: null, at: null, reference }, event };
};

/** As it counts once the roster is taken in: without an end, to the end of the duty. */
const timeOf = ({ from, to }: Absence, during: TimeSpan): TimeSpan => ({ from, to: to ?? during.to });

const isSame = (absence: Absence, away: AwayTime, during: TimeSpan): boolean =>
  absence.reason === away.reason && sameTime(timeOf(absence, during), away);

function sayInTheWay({ kind, away }: InTheWay): string {
  if (kind === 'own-order')
    return `The officer was away ${saySpan(away)} by your own order, which would then last for another time: leave the row to another sergeant or an inspector.`;
  const back = kind === 'open' ? ', or record when they were back' : '';
  return `The records have the officer away ${saySpan(away)}, which would lie outside the duty: correct that absence first${back}.`;
}
