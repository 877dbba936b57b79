import { andList } from '../../ui/and-list.ts';
import { signedNumber } from '../../ui/signed-number.ts';
import type { Cause, ChangedWard, PlansCompared } from '../changes/model.ts';
import type { Both } from '../model.ts';

/** A comparison as lines, and one row for each ward whose numbers differ, by what becomes of it. */
export interface ChangesText {
  head: string[];
  columns: { head: string; align: 'left' | 'right' }[];
  /** Wards that gain, then those that lose: a row each. */
  groups: { heading: string; rows: string[][] }[];
  /** Why a ward differs where a row cannot say it, and what cannot be told. */
  notes: string[];
}

/** What a side of a comparison is called, and whether it is a plan that was withdrawn. */
interface Named {
  name: string;
  withdrawn: boolean;
}

/** Where it cannot be said in a few words why a ward's number differs, its sentence below the table does. */
const BELOW = 'see below';

/** What is different between two plans, for a terminal: those that gain, those that lose, and why, each in one row. */
export function changesText(before: Named, after: Named, changes: PlansCompared): ChangesText {
  const from = before.withdrawn ? `${before.name}, withdrawn since,` : before.name;
  const to = after.withdrawn ? `${after.name}, withdrawn since` : after.name;
  const head = [`From ${from} to ${to}:`, ...changes.sentences];
  if (changes.kind === 'other wards') return { head, columns: [], groups: [], notes: [] };
  const groups = GROUPS.map(({ heading, sign }) => ({
    heading,
    rows: changes.wards
      .filter((ward) => Math.sign(net(ward)) === sign)
      .map((ward) => [ward.name, both(ward.before), both(ward.after), changeOf(ward), because(ward) ?? BELOW]),
  })).filter(({ rows }) => rows.length > 0);
  const inSentences = changes.wards.filter((ward) => because(ward) === null).map(({ sentence }) => sentence);
  return {
    head,
    columns: [
      { head: 'Ward', align: 'left' },
      { head: 'Before', align: 'right' },
      { head: 'After', align: 'right' },
      { head: 'Change', align: 'right' },
      { head: 'Because of', align: 'left' },
    ],
    groups,
    notes: [...inSentences, ...changes.remarks],
  };
}

const GROUPS = [
  { heading: 'Gain', sign: 1 },
  { heading: 'Lose', sign: -1 },
  { heading: 'Exchange one for the other', sign: 0 },
] as const;

const net = ({ before: had, after: has }: ChangedWard) => has.dwo + has.pcso - had.dwo - had.pcso;

/** "+1"; "−1 +1" where a ward exchanges an officer for a PCSO; a PCSO is named where it alone differs. */
function changeOf({ before, after }: ChangedWard): string {
  const [officers, pcsos] = [after.dwo - before.dwo, after.pcso - before.pcso];
  return [
    ...(officers === 0 ? [] : [signedNumber(officers)]),
    ...(pcsos === 0 ? [] : [`${signedNumber(pcsos)} PCSO`]),
  ].join(', ');
}

/** The causes in a few words: "weights"; "figures or weights, either alone". null where none can be told. */
function because({ because: sets }: ChangedWard): string | null {
  if (sets.length === 0) return null;
  const said = sets.map((set) => andList(set.map((cause) => CAUSE_WORDS[cause])));
  return sets.length === 1 ? said.join('') : `${said.join(' or ')}, ${sets.length === 2 ? 'either' : 'each'} alone`;
}

const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  officers: 'officers to place',
  data: 'figures',
  weights: 'weights',
  rules: 'rules',
};

const both = ({ dwo, pcso }: Both): string => `${dwo} + ${pcso}`;
