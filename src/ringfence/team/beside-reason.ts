import { longDate } from '../../ui/long-date.ts';
import type { Choice } from '../../ui/select-field.tsx';
import type { Absence, Duty } from '../model.ts';
import type { TeamWard } from './model.ts';
import type { StepField } from './pages/step-page.tsx';
import type { Typed } from './read-step-form.ts';
import { sayReasonWithin } from './say-reason.ts';
import { sayHours } from './say-times.ts';
import { byOrderOf } from './say-where.ts';

/** What may be chosen for the reasons that need more than themselves. */
export interface BesideReason {
  /** Other wards of the unit, one of which may have been covered. */
  wards: readonly TeamWard[];
  /** Orders that may have taken a rest day of the officer, the latest first. */
  tookRest: readonly Choice[];
}

/** An order that may have taken a rest day: by a duty that was worked on it, or by a time away that reached into it. */
export const tookRestOf = ({
  worked,
  away,
}: {
  worked: readonly Duty[];
  away: readonly Absence[];
}): readonly Choice[] => [
  ...worked.toReversed().map(({ id, day, during, elsewhere }) => ({
    value: `duty:${id}`,
    text: `${longDate(day)}, ${sayHours(during)}${elsewhere === null ? '' : `: ${sayReasonWithin(elsewhere.reason)}, ${byOrderOf(elsewhere.order)}`}`,
    group: 'Worked on a rest day',
  })),
  ...away.toReversed().map(({ id, day, reason, order }) => ({
    value: id,
    text: `${longDate(day)}: ${sayReasonWithin(reason)}, ${byOrderOf(order)}`,
    group: 'Called away from a duty',
  })),
];

const NO_ORDER = 'No work on a rest day is recorded in the year before: record that duty first.';

/** The choice of which order took a rest day, as every form has it. */
export const tookRestField = (tookRest: readonly Choice[]) => ({
  label: 'Of a rest day given back: which order took it',
  hint: tookRest.length === 0 ? NO_ORDER : 'It counts as that order does.',
  choices: [{ value: '', text: 'None' }, ...tookRest],
});

/** The choice of the ward that was covered, as every form has it. */
export const coversField = (wards: readonly TeamWard[]) => ({
  label: 'Of covering another ward: which ward',
  choices: [{ value: '', text: 'None' }, ...wards.map(({ code, name }) => ({ value: code, text: name }))],
});

/** The fields besides the reason: a page without script asks them of every reason. */
export const besideReasonFields = ({ wards, tookRest }: BesideReason): StepField[] => [
  { kind: 'select', name: 'covers', ...coversField(wards) },
  { kind: 'select', name: 'chargedTo', ...tookRestField(tookRest) },
  {
    kind: 'text',
    name: 'note',
    label: 'Note',
    hint: 'Needed for something else, and else left empty. Name nobody in it.',
  },
];

/** What an absence has of them already, as a form shows it. */
export const besideReasonTyped = (
  { covers, chargedTo, note }: Pick<Absence, 'covers' | 'chargedTo' | 'note'>,
  { wards, tookRest }: BesideReason,
): Typed => ({
  covers: wards.find(({ place }) => place === covers)?.code ?? '',
  chargedTo: tookRest.find(({ value }) => value === chargedTo)?.value ?? '',
  note,
});

/** What was chosen and written of them; of what is none of the choices nothing. */
export const besideReasonAsked = (
  { covers, chargedTo, note = '' }: Typed,
  { wards, tookRest }: BesideReason,
): { covers: number | null; chargedTo: string | null; note: string } => ({
  covers: wards.find(({ code }) => code === covers)?.place ?? null,
  chargedTo: tookRest.find(({ value }) => value === chargedTo)?.value ?? null,
  note: note.trim(),
});

/** Of a correction only what is otherwise than it was: what only the reason before needed goes with that reason. */
export function besideReasonChanged(
  typed: Typed,
  before: Pick<Absence, 'covers' | 'chargedTo' | 'note'>,
  choices: BesideReason,
): Partial<ReturnType<typeof besideReasonAsked>> {
  const was = besideReasonTyped(before, choices);
  const asked = besideReasonAsked(typed, choices);
  const changed = (field: keyof typeof asked) => typed[field] !== undefined && typed[field].trim() !== was[field];
  return {
    ...(changed('covers') ? { covers: asked.covers } : {}),
    ...(changed('chargedTo') ? { chargedTo: asked.chargedTo } : {}),
    ...(changed('note') ? { note: asked.note } : {}),
  };
}
