import type { Absence, Duty, TimeSpan } from '../model.ts';
import { type CoverKind, coverKindOf } from './model.ts';

/** A stretch of a duty in which its officer is on their ward. */
export interface OnWard extends TimeSpan {
  duty: number;
  officer: number;
  place: number;
  kind: CoverKind;
}

/**
 * When officers are on their wards: their ward duties without the times they are called away, whatever those count as. An
 * absence without an end lasts to the end of its duty; one that was withdrawn never was. Work on a rest day or as overtime
 * is elsewhere.
 */
export function onWardStretches(duties: readonly Duty[], absences: readonly Absence[]): OnWard[] {
  return duties
    .filter(({ kind }) => kind === 'ward')
    .flatMap(({ id, officer, place, postClass, during }) => {
      const away = absences
        .filter(({ duty, standing }) => duty === id && standing !== 'withdrawn')
        .map(({ from, to }) => ({ from, to: to ?? during.to }));
      return without(during, away).map((span) => ({ ...span, duty: id, officer, place, kind: coverKindOf(postClass) }));
    });
}

/** What is left of a span once others are taken out of it, in order. */
function without(span: TimeSpan, taken: readonly TimeSpan[]): TimeSpan[] {
  const left: TimeSpan[] = [];
  let from = span.from;
  for (const each of taken.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    if (each.to <= from || each.from >= span.to) continue;
    if (each.from > from) left.push({ from, to: each.from });
    from = each.to;
  }
  return from < span.to ? [...left, { from, to: span.to }] : left;
}
