import { CLAIM_KINDS, type ClaimContent, type ClaimKind } from './model.ts';

/** What was typed, by the name of its field. */
export type Typed = Readonly<Record<string, string>>;

/** Every field of the form, with its label, in its order. */
export const CLAIM_FIELDS = [
  { name: 'words', label: 'What was claimed' },
  { name: 'saidBy', label: 'Who said it' },
  { name: 'saidOn', label: 'When' },
  { name: 'document', label: 'Where' },
  { name: 'kind', label: 'What kind of claim' },
  { name: 'measure', label: 'Measure' },
  { name: 'of', label: 'As a share of' },
  { name: 'area', label: 'Area' },
  { name: 'period', label: 'Period' },
  { name: 'against', label: 'Against' },
  { name: 'printed', label: 'Value as printed' },
  { name: 'current', label: 'Count printed beside it' },
  { name: 'previous', label: 'Count before, printed beside it' },
  { name: 'vintage', label: 'Vintage it was made on' },
] as const;

/** Reads what was typed into the form of a claim; what is wrong with it the service says. */
export function readClaimForm(typed: Typed): ClaimContent {
  const text = (name: string): string => (typed[name] ?? '').trim();
  const orNull = (name: string): string | null => (text(name) === '' ? null : text(name));
  const kind: ClaimKind = CLAIM_KINDS.find((each) => each === text('kind')) ?? 'narrative';
  const count = (name: string): number =>
    /^[\d,]{1,12}$/.test(text(name)) ? Number(text(name).replaceAll(',', '')) : Number.NaN;
  const counts =
    text('current') === '' && text('previous') === ''
      ? null
      : { current: count('current'), previous: text('previous') === '' ? null : count('previous') };
  const binding = {
    ...{ measure: text('measure'), of: orNull('of'), area: text('area'), period: text('period') },
    ...{ against: orNull('against'), printed: orNull('printed'), counts },
  };
  return {
    ...{ words: text('words'), saidBy: text('saidBy'), saidOn: orNull('saidOn'), document: text('document'), kind },
    binding: kind === 'narrative' ? null : binding,
    vintage: orNull('vintage'),
  };
}

/** A claim as the form shows it. */
export function asTyped({ words, saidBy, saidOn, document, kind, binding, vintage }: ClaimContent): Typed {
  const count = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : String(value);
  return {
    ...{ words, saidBy, saidOn: saidOn ?? '', document, kind, vintage: vintage ?? '' },
    ...{
      measure: binding?.measure ?? '',
      of: binding?.of ?? '',
      area: binding?.area ?? '',
      period: binding?.period ?? '',
    },
    ...{ against: binding?.against ?? '', printed: binding?.printed ?? '' },
    ...{ current: count(binding?.counts?.current), previous: count(binding?.counts?.previous) },
  };
}

/** The version that a form began from; 0, which no record has, for what can be none. */
export const versionIn = (typed: Typed): number => (/^\d{1,9}$/.test(typed.version ?? '') ? Number(typed.version) : 0);
