import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import type { DoseResult, EvaluationResult } from '../model.ts';
import { sayGap } from './say-figures.ts';

type DoseRow = DoseResult['rows'][number];

/** How much was done in each area beside what changed there; nothing where no figures of it are held, as a remark says. */
export function DoseSection({ result: { dose } }: { result: Pick<EvaluationResult, 'dose'> }) {
  if (dose.length === 0) return null;
  return (
    <section class="w-section" aria-labelledby="dose">
      <h2 class="w-h2" id="dose">
        Did more change where more was done?
      </h2>
      {dose.map((each) => (
        <div key={`${each.group} ${each.measure}`}>
          <p class="w-body">{each.because}</p>
          <Details summary={`${each.title}, ${each.group}: area by area`}>
            <DataTable<DoseRow>
              caption={`${each.title} beside ${each.dose}`}
              columns={COLUMNS}
              rows={[...each.rows]}
              rowKey={({ area }) => area}
              isHere={({ treated }) => treated}
              phones="stay"
              compact
            />
          </Details>
        </div>
      ))}
    </section>
  );
}

const COLUMNS: Column<DoseRow>[] = [
  { head: 'Area', rowHeader: true, cell: ({ name, treated }) => (treated ? `${name} (pilot)` : name) },
  { head: 'Done', number: true, cell: ({ dosePercent }) => `${dosePercent.toFixed(1)}%` },
  { head: 'Change', number: true, cell: ({ changePercent }) => sayGap(changePercent) },
];
