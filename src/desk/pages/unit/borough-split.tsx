import type { PlannedWard } from '../../../allocation/index.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { percent } from '../../../ui/percent.ts';
import type { UnitPageModel } from '../../view-models.ts';

interface Share {
  borough: string;
  wards: number;
  demand: number;
  officers: number;
  pcsos: number;
}

/** Each borough's part of the unit's demand and of its officers. Nothing without a plan or with one borough. */
export function BoroughSplit({ plan }: UnitPageModel) {
  if (plan === null) return null;
  const { wards, officers, synthetic } = plan.plan;
  const boroughs = [...new Set(wards.map(({ borough }) => borough))].toSorted();
  if (boroughs.length < 2) return null;
  const shares = boroughs.map((borough): Share => {
    const within = wards.filter((ward) => ward.borough === borough);
    const total = (figure: (ward: PlannedWard) => number) => within.reduce((sum, ward) => sum + figure(ward), 0);
    return {
      borough,
      wards: within.length,
      demand: total(({ demandShare }) => demandShare),
      officers: total(({ dwo }) => dwo) / officers.dwo,
      pcsos: officers.pcso === 0 ? 0 : total(({ pcso }) => pcso) / officers.pcso,
    };
  });
  return (
    <DataTable<Share>
      caption="Is the split between the boroughs fair?"
      sub="Each borough’s part of the unit’s demand, of its officers and of its PCSOs."
      synthetic={synthetic}
      columns={[
        { head: 'Borough', rowHeader: true, cell: ({ borough }) => borough },
        { head: 'Wards', number: true, cell: ({ wards: count }) => count },
        { head: 'Demand', number: true, cell: ({ demand }) => percent(demand, 0) },
        { head: 'Officers', number: true, cell: (share) => percent(share.officers, 0) },
        { head: 'PCSOs', number: true, cell: ({ pcsos }) => percent(pcsos, 0) },
      ]}
      rows={shares}
      rowKey={({ borough }) => borough}
    />
  );
}
