import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { percent } from '../../ui/percent.ts';
import type { AwayType, MonthBefore, RecordedBefore } from '../before/model.ts';
import { ofOnePublication } from '../before/of-one-publication.ts';
import { byTypeBefore, sayBefore } from '../before/say-before.ts';
import { monthsBefore, sharesBefore } from './months-before.ts';
import { sayPublications } from './say-publications.ts';
import { ShareSection } from './share-section.tsx';
import { wholeHours } from './whole-hours.ts';

export interface BeforeSectionProps {
  before: RecordedBefore;
  /** null: the unit. */
  boroughCode: string | null;
  area: string;
  /** One month alone; null for all of them. */
  month: MonthBefore | null;
}

const YEAR = 12;

/** What the force's own table recorded before the ledger: by type, never ruled, and never added to the ledger. */
export function BeforeSection({ before, boroughCode, area, month }: BeforeSectionProps) {
  const months = monthsBefore(before, boroughCode);
  if (months.length === 0) return null;
  const charted = ofOnePublication(months);
  const shown = month === null ? charted.slice(-YEAR) : [month];
  const span = month === null ? 'The last twelve months of one publication' : sayOfWhat(month);
  const [first] = charted;
  const sources = before.publications.filter(({ vintage }) => first?.vintages.includes(vintage));
  return (
    <section class="w-section" aria-labelledby="before">
      <h2 class="w-h2" id="before">
        Before the ledger
      </h2>
      <p class="w-body">
        {sayBefore(area, months)} None of it is ruled: the force’s table names no event, no order and no reason, so
        nobody can say what was an exception or a breach. It counts all officers with the role, and is never added to
        the ledger.
      </p>
      {shown.length === 0 ? null : (
        <DataTable
          caption="Recorded time by type"
          sub={`${span}, in the force’s own words`}
          synthetic={before.synthetic}
          compact
          columns={[
            { head: 'Type', rowHeader: true, cell: ({ type }) => type },
            { head: 'Hours', number: true, cell: ({ minutes }) => wholeHours(minutes) },
            { head: 'Share', number: true, cell: ({ share }) => percent(share) },
            { head: 'Counts as', cell: ({ type }) => (type === 'Not Abstracted' ? 'in the normal role' : 'not ruled') },
          ]}
          rows={rowsOf(shown)}
          rowKey={({ type }) => type}
        />
      )}
      {before.publications.length > 1 ? (
        <p class="w-body">{sayPublications(months, charted, before.publications)}</p>
      ) : null}
      <ShareSection
        months={sharesBefore(charted)}
        area={area}
        sub="Share of dedicated ward officers’ recorded time that was abstracted, per cent"
        source={`Source: Metropolitan Police Service, ${sources.map(({ vintage, files }) => `${files.join(', ')}, vintage ${vintage}`).join('; ')}. Not ruled.`}
        synthetic={before.synthetic}
      />
    </section>
  );
}

/** "April 2024, Camden alone, vintage april". */
function sayOfWhat({ month, boroughs, lacking, vintages }: MonthBefore): string {
  const alone = lacking.length === 0 ? '' : `, ${andList(boroughs)} alone`;
  return `${monthName(month)}${alone}, vintage ${andList(vintages)}`;
}

function rowsOf(
  months: readonly MonthBefore[],
): { type: AwayType | 'Not Abstracted'; minutes: number; share: number }[] {
  const all = months.reduce((sum, { minutes }) => sum + minutes, 0);
  const kept = months.reduce((sum, { notAbstracted }) => sum + notAbstracted, 0);
  return [{ type: 'Not Abstracted' as const, minutes: kept }, ...byTypeBefore(months)].map((row) => ({
    ...row,
    share: all === 0 ? 0 : row.minutes / all,
  }));
}
