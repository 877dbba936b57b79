import { isMonth, type Month } from '../../lib/calendar/month.ts';
import { type CountedKind, countedKinds } from './counted-kinds.ts';
import type { HeldIncidents } from './held-incidents.ts';
import type { AreaCountQuestion, RefusedCount } from './model.ts';
import { readDrawnAreas } from './read-drawn-areas.ts';

/** A question as its form sends it. */
export interface TypedQuestion {
  what: string;
  from: string;
  to: string;
  /** Empty for the latest that holds each month. */
  vintage: string;
  geojson: string;
}

export const FIELDS = ['what', 'from', 'to', 'vintage', 'geojson'] as const satisfies (keyof TypedQuestion)[];
/** Fields of the form, in its order; the file stands for the text. */
export const FORM_FIELDS = ['what', 'from', 'to', 'vintage', 'file', 'geojson'] as const;
export type Field = (typeof FORM_FIELDS)[number];
/** One sentence for each field that must be put right. */
export type FieldErrors = Partial<Record<Field, string>>;

/** At which field a refusal is shown. */
export const FIELD_ABOUT: Record<RefusedCount['about'], Field> = {
  source: 'what',
  type: 'what',
  months: 'from',
  vintage: 'vintage',
};

/** What a form asks, or what of it must be put right. */
export function readTypedQuestion(
  typed: TypedQuestion,
  held: readonly HeldIncidents[],
): { question: AreaCountQuestion } | { errors: FieldErrors } {
  const kind = kindOf(typed.what, held);
  const [from, to] = [monthOf(typed.from), monthOf(typed.to)];
  const read =
    typed.geojson.trim() === ''
      ? { kind: 'refused' as const, because: 'Draw an area, choose a GeoJSON file, or paste GeoJSON.' }
      : readDrawnAreas(typed.geojson);
  const errors: FieldErrors = {
    ...(kind === null ? { what: 'Choose what is counted from the list.' } : {}),
    ...(from === null ? { from: 'Choose the first month from the list.' } : {}),
    ...(to === null ? { to: 'Choose the last month from the list.' } : {}),
    ...(from !== null && to !== null && from > to ? { from: 'The first month comes after the last: swap them.' } : {}),
    ...(read.kind === 'refused' ? { geojson: read.because } : {}),
  };
  if (kind === null || from === null || to === null || read.kind === 'refused' || Object.keys(errors).length > 0)
    return { errors };
  const { source, type } = kind;
  return { question: { areas: read.areas, source, type, from, to, vintage: typed.vintage || null } };
}

function kindOf(what: string, held: readonly HeldIncidents[]): CountedKind | null {
  return held.flatMap(({ source }) => countedKinds(source)).find(({ value }) => value === what) ?? null;
}

function monthOf(text: string): Month | null {
  return isMonth(text) ? text : null;
}
