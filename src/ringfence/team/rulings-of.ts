import { eventsWith } from '../calendar/events-with.ts';
import { yearsNamed } from '../calendar/years-named.ts';
import type { Absence, Duty, PolicyInForce, RingfenceEvent } from '../model.ts';
import { type ChargedTo, ruleAbsence } from '../policy/rule-absence.ts';
import type { Ruled } from './model.ts';

/** What absences are ruled by. */
export interface RulingGround {
  timeline: readonly PolicyInForce[];
  /** Those that the unit entered. */
  entered: readonly RingfenceEvent[];
  /** What took each rest day that is given back, by the absence's id. */
  charged: ReadonlyMap<string, ChargedTo>;
}

/** How each absence is ruled, by its id. One whose duty is not among the duties is left out. */
export function rulingsOf(
  duties: readonly Duty[],
  absences: readonly Absence[],
  { timeline, entered, charged }: RulingGround,
): Map<string, Ruled> {
  const rulings = new Map<string, Ruled>();
  for (const absence of absences) {
    const duty = duties.find(({ id }) => id === absence.duty);
    if (duty === undefined) continue;
    const took = charged.get(absence.id) ?? null;
    const years = yearsNamed([duty.day, ...(took === null ? [] : [took.duty.day])]);
    const { ruling, because, late } = ruleAbsence({
      absence,
      duty,
      timeline,
      events: eventsWith(entered, years),
      charged: took,
      beside: absences.filter(
        (other) => other.duty === duty.id && other.id !== absence.id && other.standing !== 'withdrawn',
      ),
    });
    rulings.set(absence.id, { ruling, because, late });
  }
  return rulings;
}
