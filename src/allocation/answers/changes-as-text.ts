import type { PlansCompared } from '../changes/model.ts';
import type { Both } from '../model.ts';

/** A comparison as lines and one row for each ward whose numbers differ. */
interface ChangesText {
  head: string[];
  columns: { head: string; align: 'left' | 'right' }[];
  rows: string[][];
  /** Why each ward differs, and what cannot be told. */
  notes: string[];
}

/** What a side of a comparison is called, and whether it is a plan that was withdrawn. */
interface Named {
  name: string;
  withdrawn: boolean;
}

/** What is different between two plans, for a terminal: those that gain first, then those that lose. */
export function changesText(before: Named, after: Named, changes: PlansCompared): ChangesText {
  const from = before.withdrawn ? `${before.name}, withdrawn since,` : before.name;
  const to = after.withdrawn ? `${after.name}, withdrawn since` : after.name;
  const head = [`From ${from} to ${to}:`, ...changes.sentences];
  if (changes.kind === 'other wards') return { head, columns: [], rows: [], notes: [] };
  const net = ({ before: had, after: has }: { before: Both; after: Both }) => has.dwo + has.pcso - had.dwo - had.pcso;
  const wards = changes.wards.toSorted((a, b) => Math.sign(net(b)) - Math.sign(net(a)));
  return {
    head,
    columns: [
      { head: 'Ward', align: 'left' },
      { head: 'Borough', align: 'left' },
      { head: 'Before', align: 'right' },
      { head: 'After', align: 'right' },
    ],
    rows: wards.map(({ name, borough, before: had, after: has }) => [name, borough, both(had), both(has)]),
    notes: [...wards.map(({ sentence }) => sentence), ...changes.remarks],
  };
}

const both = ({ dwo, pcso }: Both): string => `${dwo} + ${pcso}`;
