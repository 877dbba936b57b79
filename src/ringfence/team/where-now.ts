import type { Absence, Duty } from '../model.ts';
import type { TeamOfficer, WardInView } from './model.ts';

/** Where an officer is at an instant, as far as duties and absences say. */
export type Whereabouts =
  | { kind: 'on-ward'; duty: Duty }
  | { kind: 'away'; duty: Duty; absence: Absence }
  /** On a rest day or as overtime. */
  | { kind: 'working-elsewhere'; duty: Duty }
  /** next: the duty that begins next of those that are known; null where none is. */
  | { kind: 'off-duty'; next: Duty | null };

/** Where every officer of a ward's team is at an instant, by name. */
export function whereNow(
  { officers, duties, absences }: Pick<WardInView, 'officers' | 'duties' | 'absences'>,
  now: Date,
): { officer: TeamOfficer; where: Whereabouts }[] {
  return officers
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    .map((officer) => {
      const own = duties.filter((duty) => duty.officer === officer.officer);
      return { officer, where: whereIs(own, absences, now) };
    });
}

function whereIs(duties: readonly Duty[], absences: readonly Absence[], now: Date): Whereabouts {
  const duty = duties.find(({ during }) => during.from <= now && during.to > now);
  if (duty === undefined) {
    const [next = null] = duties
      .filter(({ during }) => during.from > now)
      .toSorted((a, b) => a.during.from.getTime() - b.during.from.getTime());
    return { kind: 'off-duty', next };
  }
  if (duty.kind !== 'ward') return { kind: 'working-elsewhere', duty };
  const absence = absences.find(
    (each) =>
      each.duty === duty.id && each.standing !== 'withdrawn' && each.from <= now && (each.to ?? duty.during.to) > now,
  );
  return absence === undefined ? { kind: 'on-ward', duty } : { kind: 'away', duty, absence };
}
