import { DataTable } from '../../../ui/data-table.tsx';
import { percent } from '../../../ui/percent.ts';
import type { BoroughBalance } from '../../strength/borough-balance.ts';
import { fullTimeEquivalents } from '../say-full-time-equivalents.ts';
import type { OfUnit } from './of-unit.ts';

/** Demand and constables between boroughs. */
export function Balance({ frame, unit: { balance } }: OfUnit) {
  if (balance === null) return null;
  const constables = balance.byRank.find(({ rank }) => rank === 'Constable')?.boroughs ?? [];
  const rows = constables.length === 0 ? balance.boroughs : constables;
  const [most] = rows.toSorted((a, b) => (b.strength ?? b.posts).difference - (a.strength ?? a.posts).difference);
  if (most === undefined) return null;
  const gap = (most.strength ?? most.posts).difference;
  return (
    <section class="w-section" aria-labelledby="balance">
      <h2 class="w-h2" id="balance">
        Demand and constables between boroughs
      </h2>
      <p class="w-answer">
        <b>
          {gap < 0.05
            ? 'Constables stand as demand does.'
            : `${most.name} has ${gap.toFixed(1)} constables more than its share of demand.`}
        </b>
      </p>
      <DataTable<BoroughBalance>
        caption="Shares of demand and of constables"
        sub="Full-time equivalents in post, of a shared post each borough’s part; what no borough has is left out"
        synthetic={frame.synthetic}
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { head: 'Borough', rowHeader: true, cell: ({ name }) => name },
          { head: 'Share of demand', number: true, cell: ({ demandShare }) => percent(demandShare) },
          {
            head: 'Constables',
            number: true,
            cell: (row) => fullTimeEquivalents((row.strength ?? row.posts).fullTimeEquivalents),
          },
          { head: 'Share of them', number: true, cell: (row) => sayShare((row.strength ?? row.posts).share) },
          { head: 'More or fewer', number: true, cell: (row) => signed((row.strength ?? row.posts).difference) },
        ]}
      />
    </section>
  );
}

const sayShare = (share: number | null): string => (share === null ? 'none' : percent(share));
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
