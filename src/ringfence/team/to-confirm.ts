import type { Absence } from '../model.ts';
import type { WardInView } from './model.ts';
import type { AbsenceToConfirm, DutyToConfirm } from './team-view.ts';

const NOT_BY_WHO_ORDERED =
  'You ordered this, so somebody else confirms or corrects it: ask the officer’s inspector, or the other sergeant of the ward.';

/** What of a ward nobody has confirmed yet and is over: duties, whose kept time is presumed until then, and absences. */
export function toConfirm(
  { ward, officers, duties, absences, rulings, uncounted }: WardInView,
  { now, person }: { now: Date; person: string | null },
): { duties: DutyToConfirm[]; absences: AbsenceToConfirm[] } {
  const nameOf = (asked: number) =>
    officers.find(({ officer }) => officer === asked)?.name ?? 'An officer whose name is not shown';
  return {
    duties: duties
      .filter(({ confirmed, during }) => confirmed === null && during.to <= now)
      .map((duty) => ({ duty, name: nameOf(duty.officer), ward: ward.name, counted: !uncounted.has(duty.id) })),
    absences: absences
      .filter(({ standing, from }) => (standing === 'recorded' || standing === 'disputed') && from <= now)
      .flatMap((absence) => {
        const ruled = rulings.get(absence.id);
        if (ruled === undefined) return [];
        const counted = !uncounted.has(absence.duty);
        const whose = { name: nameOf(absence.officer), ward: ward.name };
        return [{ absence, ruled, ...whose, counted, notYours: notTheirs(absence, person) }];
      }),
  };
}

/** Why somebody leaves an absence to another to confirm or correct: they ordered it. null where it is theirs to do. */
export const notTheirs = ({ order }: Pick<Absence, 'order'>, person: string | null): string | null =>
  person !== null && order?.person === person ? NOT_BY_WHO_ORDERED : null;
