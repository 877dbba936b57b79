import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { percent } from '../../../ui/percent.ts';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { Bearing } from '../../pages/bearing.tsx';
import type { SurveyEstimate, SurveyRow, SurveySection } from '../model.ts';
import { sayWhenAsked } from '../survey.ts';

/** What people said when asked, each estimate with its margin or that it is unknown. */
export function SurveyTables({ section, synthetic }: { section: SurveySection; synthetic: boolean }) {
  const { rows, attitude } = section;
  return (
    <>
      <p class="w-body">
        Each is the last estimate made in its period. A survey asks some people of many: without knowing how many,
        nobody knows how far its share may be from everybody’s.
      </p>
      {rows.length === 0 ? null : (
        <Estimates caption="Surveys with how many were asked" rows={rows} synthetic={synthetic} />
      )}
      {attitude.length === 0 ? null : (
        <>
          <Estimates caption="Public Attitude Survey, as published" rows={attitude} synthetic={synthetic} />
          <p class="w-note">
            The published file does not say how many were asked, so every margin is unknown. The survey is designed for
            100 interviews a quarter in each borough, 400 over twelve months: with 400, half would be known to about 5
            points either way, with 100 to about 10. Nothing is said of wards.
          </p>
        </>
      )}
    </>
  );
}

function Estimates({ caption, rows, synthetic }: { caption: string; rows: SurveyRow[]; synthetic: boolean }) {
  const several = new Set(rows.map(({ areaName }) => areaName)).size > 1;
  return (
    <DataTable<SurveyRow>
      caption={caption}
      sub={several ? 'Boroughs are sampled each for itself, so they are not summed.' : undefined}
      synthetic={synthetic}
      columns={COLUMNS}
      sections={[...new Set(rows.map(({ areaName }) => areaName))].map((name) => ({
        ...{ heading: name, kind: 'group' },
        rows: rows.filter(({ areaName }) => areaName === name),
      }))}
      rowKey={({ question }) => question}
      phones="stack"
      compact
    />
  );
}

const COLUMNS: Column<SurveyRow>[] = [
  { head: 'Question', rowHeader: true, cell: ({ title }) => title },
  { head: 'Now', cell: ({ current, decimals }) => <Estimate estimate={current} decimals={decimals} /> },
  { head: 'Before', cell: ({ previous, decimals }) => <Estimate estimate={previous} decimals={decimals} /> },
  { head: 'What the change can bear', cell: ({ words }) => <Bearing words={words} /> },
];

function Estimate({ estimate, decimals }: { estimate: SurveyEstimate | null; decimals: SurveyRow['decimals'] }) {
  if (estimate === null) return <span>not held</span>;
  const { share, asked, interval } = estimate;
  return (
    <span>
      <b>{percent(share, decimals)}</b>{' '}
      <small>
        {interval === null ? 'margin unknown' : `${percent(interval[0])} to ${percent(interval[1])}`}
        {asked === null ? '' : `, ${wholeNumber(asked)} asked`}; {sayWhenAsked(estimate)}
      </small>
    </span>
  );
}
