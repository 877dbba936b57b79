import type { Problem } from '../../../lib/refused.ts';
import type { PlannedNumbers } from '../../model.ts';
import type { Elicited, Party } from '../model.ts';
import { pointsField } from '../proposal/read-propose-form.ts';
import { isTicked, readFields, type Typed, textIn } from '../typed-fields.ts';

export const partField = (component: string): string => `part-${component}`;
export const councilField = (borough: string): string => `ask-${borough}`;
export const panelField = (ward: string): string => `ask-${ward}`;

/** What a form of a review may ask about: parts of demand, and who is in the unit. */
export interface KnownToReview {
  /** Every part that may be weighed. */
  components: readonly { name: string; title: string }[];
  boroughs: readonly { code: string; name: string }[];
  wards: readonly { code: string; name: string; borough: string }[];
}

/** What a form opens a review with, read; days and words as typed, for the service to judge. */
export interface OpenForm {
  name: string;
  question: string;
  numbers: PlannedNumbers;
  components: string[];
  asAt: string;
  inForceFrom: string;
  closesOn: string;
  invited: Party[];
  /** Points of the police draft that it opens with. */
  draft: Elicited;
}

/** Reads the form that opens a review: whether its numbers are numbers, and what was ticked. */
export function readOpenForm(typed: Typed, known: KnownToReview): { form: OpenForm; problems: readonly Problem[] } {
  const read = readFields(typed);
  const numbers = {
    dwo: read.whole('dwo', 'Officers'),
    pcso: read.whole('pcso', 'PCSOs'),
    floors: { dwo: read.whole('dwoFloor', 'Fewest officers'), pcso: read.whole('pcsoFloor', 'Fewest PCSOs') },
    ceilings: {
      dwo: read.wholeOrNone('dwoCeiling', 'Most officers'),
      pcso: read.wholeOrNone('pcsoCeiling', 'Most PCSOs'),
    },
  };
  const ticked = known.components.filter(({ name }) => isTicked(typed, partField(name)));
  const points = Object.fromEntries(ticked.map(({ name, title }) => [name, read.points(pointsField(name), title)]));
  return {
    form: {
      name: textIn(typed, 'name'),
      question: textIn(typed, 'question'),
      numbers,
      components: ticked.map(({ name }) => name),
      asAt: textIn(typed, 'asAt'),
      inForceFrom: textIn(typed, 'inForceFrom'),
      closesOn: textIn(typed, 'closesOn'),
      invited: readInvited(typed, known),
      draft: { method: 'budget', points },
    },
    problems: read.problems,
  };
}

/** Who was ticked or named: councils, then ward panels in the order of the wards, then partners, each once. */
export function readInvited(typed: Typed, { boroughs, wards }: Omit<KnownToReview, 'components'>): Party[] {
  const panels = typed.panels === 'every' ? wards : typed.panels === 'chosen' ? chosenOf(typed, wards) : [];
  const partners = [
    ...new Set(
      textIn(typed, 'partners')
        .split(/\r?\n/)
        .map((line) => line.trim()),
    ),
  ].filter((line) => line !== '');
  return [
    ...boroughs
      .filter(({ code }) => isTicked(typed, councilField(code)))
      .map(({ code, name }): Party => ({ kind: 'council', name: `${name} Council`, borough: code, ward: null })),
    ...panels.map(
      ({ code, name, borough }): Party => ({ kind: 'ward-panel', name: `${name} ward panel`, borough, ward: code }),
    ),
    ...partners.map((name): Party => ({ kind: 'partner', name, borough: null, ward: null })),
  ];
}

const chosenOf = <Ward extends { code: string }>(typed: Typed, wards: readonly Ward[]): readonly Ward[] =>
  wards.filter(({ code }) => isTicked(typed, panelField(code)));

/** The fields that ask the given parties, as text: the form as it would have been filled in. */
export function invitedFields(invited: readonly Party[], { wards }: Pick<KnownToReview, 'wards'>): Typed {
  const panels = invited.filter(({ kind }) => kind === 'ward-panel');
  const everyWard = wards.every(({ code }) => panels.some(({ ward }) => ward === code));
  return {
    ...Object.fromEntries(
      invited.filter(({ kind }) => kind === 'council').map(({ borough }) => [councilField(borough ?? ''), 'yes']),
    ),
    panels: panels.length === 0 ? 'none' : everyWard ? 'every' : 'chosen',
    ...Object.fromEntries(everyWard ? [] : panels.map(({ ward }) => [panelField(ward ?? ''), 'yes'])),
    partners: invited
      .filter(({ kind }) => kind === 'partner')
      .map(({ name }) => name)
      .join('\n'),
  };
}
