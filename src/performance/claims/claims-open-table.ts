import type { OpenTable, TableColumn } from '../../lib/tables/index.ts';
import type { ListedClaim } from './pages/claims-page.tsx';

const text = (name: string, title: string, description: string, always = false): TableColumn => ({
  ...{ name, title, description, always },
  type: 'text',
});

/** The register of claims as a file. */
export function claimsOpenTable(claims: readonly ListedClaim[], made: string): OpenTable {
  return {
    name: 'claims',
    title: 'Public claims',
    description: 'What was claimed in public about crime and policing, and whether the figures bear it out.',
    columns: [
      { name: 'claim', title: 'Claim', description: 'Number of the claim.', type: 'whole number', always: true },
      text('words', 'Words', 'What was claimed.', true),
      text('said_by', 'Said by', 'Who said it.', true),
      {
        name: 'said_on',
        title: 'Said on',
        description: 'Day it was said; empty where undated.',
        type: 'date',
        always: false,
      },
      text('document', 'Document', 'Where it was said.', true),
      text('measure', 'Measure', 'Measure it is bound to; empty for a narrative.'),
      text('area', 'Area', 'Area it is about.'),
      text('period', 'Period', 'Period it is about.'),
      text('against', 'Against', 'Period it is set against.'),
      text('printed', 'Printed', 'Value as it was printed.'),
      text('state', 'State', 'How it stands by the figures held on the day this file was made.', true),
      text('stands', 'Stands', 'The state with how far today’s figures are from what was printed.', true),
      text('because', 'Because', 'By which figures.', true),
      text('bears', 'Bears', 'What the change it is about can bear.'),
    ],
    key: ['claim'],
    rows: claims.map(({ id, claim, area, periods, finding, stands, bears }) => [
      ...[id, claim.words, claim.saidBy, claim.saidOn, claim.document, claim.binding?.measure ?? null],
      ...[area?.name ?? claim.binding?.area ?? null, periods?.current.label ?? null, periods?.previous?.label ?? null],
      ...[claim.binding?.printed ?? null, finding.state, stands, finding.because, bears],
    ]),
    notes: ['A claim is checked to the precision it was printed with: see docs/methods/claims.md.'],
    sources: [...new Set(claims.map(({ claim }) => claim.document))].map((title) => ({ title })),
    made,
  };
}
