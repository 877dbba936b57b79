import type { HexPlace } from '../../../../geography/index.ts';
import { andList } from '../../../../ui/and-list.ts';
import { wholeNumberClasses } from '../../../../ui/class-breaks.ts';
import { countWords } from '../../../../ui/count-words.ts';
import { DataTable } from '../../../../ui/data-table.tsx';
import type { HexWard } from '../../../../ui/hex-map.tsx';
import { HexMapFigure } from '../../../../ui/hex-map-figure.tsx';
import { percent } from '../../../../ui/percent.ts';
import { wholeNumber } from '../../../../ui/whole-number.ts';
import type { OptimalPlan, Plan, PlannedWard } from '../../../model.ts';

/** Wards with most officers that are named; of more, only how many. */
const MOST_NAMED = 3;

/** What a proposal comes to in one sentence: how many wards it changes, or why there is no plan. */
export function AnswerUnderIt({ plan, otherThanInForce }: { plan: Plan; otherThanInForce: number | null }) {
  if (plan.kind === 'infeasible')
    return (
      <p class="w-answer">
        <b>No plan.</b> {plan.because.map(({ sentence }) => sentence).join(' ')}
      </p>
    );
  const most = Math.max(...plan.wards.map(({ dwo }) => dwo));
  const top = plan.wards.filter(({ dwo }) => dwo === most);
  const named = top.length <= MOST_NAMED ? andList(top.map(({ name }) => name)) : countWords(top.length, 'ward');
  return (
    <p class="w-answer">
      <b>
        {otherThanInForce === null
          ? `${countWords(plan.officers.dwo, 'officer')} and ${countWords(plan.officers.pcso, 'PCSO')} for ${countWords(plan.wards.length, 'ward')}.`
          : `${capital(countWords(otherThanInForce, 'ward'))} would have another number of officers than now.`}
      </b>{' '}
      {named} would have most: {wholeNumber(most)}
      {top.length === 1 ? '' : ' each'}.
    </p>
  );
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Every ward's officers under a proposal, on the map and in the table. */
export function WardsUnderIt({ plan, places, synthetic }: { plan: Plan; places: HexPlace[]; synthetic: boolean }) {
  if (plan.kind === 'infeasible') return null;
  const madeUp = synthetic || plan.synthetic;
  return (
    <section class="w-section" aria-labelledby="plan">
      <h2 class="w-h2" id="plan">
        The plan under it
      </h2>
      <div class="w-cols w-cols--mapright">
        <WardTable plan={plan} synthetic={madeUp} />
        <WardMap plan={plan} places={places} synthetic={madeUp} />
      </div>
    </section>
  );
}

function WardMap({ plan, places, synthetic }: { plan: OptimalPlan; places: HexPlace[]; synthetic: boolean }) {
  const placeOf = new Map(places.map((place) => [place.code, place]));
  const wards = plan.wards.flatMap(({ code, name, borough, dwo }): HexWard[] => {
    const place = placeOf.get(code);
    return place === undefined ? [] : [{ ...place, name, borough, value: dwo, href: `/ward/${code}` }];
  });
  if (wards.length === 0) return null;
  return (
    <HexMapFigure
      title="Officers in each ward under it"
      sub={`${wholeNumber(plan.officers.dwo)} dedicated ward officers.`}
      synthetic={synthetic}
      wards={wards}
      classes={wholeNumberClasses(plan.wards.map(({ dwo }) => dwo))}
      what="officers"
      format={wholeNumber}
      noun="officers"
      nounInKey
      tableId="every-ward"
      wide={572}
    />
  );
}

function WardTable({ plan, synthetic }: { plan: OptimalPlan; synthetic: boolean }) {
  const byDemand = plan.wards.toSorted((a, b) => b.demandShare - a.demandShare);
  return (
    <DataTable<PlannedWard>
      id="every-ward"
      caption="Officers and PCSOs in each ward"
      sub="Most demand first."
      synthetic={synthetic}
      compact
      sections={[...new Set(plan.wards.map(({ borough }) => borough))].toSorted().map((borough) => ({
        heading: borough,
        kind: 'group',
        rows: byDemand.filter((ward) => ward.borough === borough),
      }))}
      rowKey={({ code }) => code}
      columns={[
        { head: 'Ward', rowHeader: true, cell: ({ name }) => name },
        { head: 'Share of demand', number: true, cell: ({ demandShare }) => percent(demandShare, 2) },
        { head: 'Officers', number: true, cell: ({ dwo }) => <b>{dwo}</b> },
        { head: 'PCSOs', number: true, cell: ({ pcso }) => pcso },
      ]}
    />
  );
}
