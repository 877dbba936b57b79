import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { NoFigure } from '../../../ui/no-figure.tsx';
import { percent } from '../../../ui/percent.ts';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { Bearing } from '../../pages/bearing.tsx';
import type { ShareChange, ShareFigure } from '../model.ts';

/** A share with its name. */
export interface ShareRow {
  name: string;
  change: ShareChange;
}

/** Shares in two periods: the counts, the share with its range, and what its change can bear; none of too few. */
export function ShareTable({
  caption,
  sections,
  synthetic,
}: {
  caption: string;
  sections: { heading?: string; rows: ShareRow[] }[];
  synthetic: boolean;
}) {
  return (
    <DataTable<ShareRow>
      caption={caption}
      sub="Ranges are 95%: of a share exact, of a change allowing for how the months differ."
      synthetic={synthetic}
      columns={COLUMNS}
      sections={sections.map(({ heading, rows }) => ({
        rows,
        ...(heading === undefined ? {} : { heading, kind: 'group' as const }),
      }))}
      rowKey={({ name }) => name}
      phones="stack"
      compact
    />
  );
}

const COLUMNS: Column<ShareRow>[] = [
  { head: 'What', rowHeader: true, cell: ({ name }) => name },
  { head: 'Now', number: true, cell: ({ change }) => <Counted figure={change.current} /> },
  { head: 'Share', number: true, cell: ({ change }) => <Share change={change} period="current" /> },
  { head: 'Before', number: true, cell: ({ change }) => <Counted figure={change.previous} /> },
  { head: 'Share before', number: true, cell: ({ change }) => <Share change={change} period="previous" /> },
  { head: 'What the change can bear', cell: ({ change }) => <Bearing words={change.words} /> },
];

function Counted({ figure: { successes, trials } }: { figure: ShareFigure }) {
  return (
    <span class="w-nw">
      {wholeNumber(successes)} of {wholeNumber(trials)}
    </span>
  );
}

function Share({ change, period }: { change: ShareChange; period: 'current' | 'previous' }) {
  const { share, interval } = change[period];
  if (share === null || interval === null || change.verdict === 'too few') {
    return <NoFigure because="too few for a percentage" />;
  }
  return (
    <span>
      {percent(share)}{' '}
      <small class="w-nw">
        ({percent(interval[0])} to {percent(interval[1])})
      </small>
    </span>
  );
}
