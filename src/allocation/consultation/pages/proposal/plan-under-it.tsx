import type { HexPlace } from '../../../../geography/index.ts';
import { andList } from '../../../../ui/and-list.ts';
import { wholeNumberClasses } from '../../../../ui/class-breaks.ts';
import { countWords } from '../../../../ui/count-words.ts';
import { DataTable } from '../../../../ui/data-table.tsx';
import type { HexWard } from '../../../../ui/hex-map.tsx';
import { HexMapFigure } from '../../../../ui/hex-map-figure.tsx';
import { percent } from '../../../../ui/percent.ts';
import { sentenceCase } from '../../../../ui/sentence-case.ts';
import { signedNumber } from '../../../../ui/signed-number.ts';
import { wholeNumber } from '../../../../ui/whole-number.ts';
import type { OptimalPlan, Plan, PlannedWard } from '../../../model.ts';

/** Wards with most officers that are named; of more, only how many. */
const MOST_NAMED = 3;

/** Ward code → officers in the plan in force; null where there is none to compare with. */
type OfficersNow = ReadonlyMap<string, number> | null;

/** What a proposal comes to in one sentence: how many wards it changes, or why there is no plan. */
export function AnswerUnderIt({ plan, officersNow }: { plan: Plan; officersNow: OfficersNow }) {
  if (plan.kind === 'infeasible')
    return (
      <p class="w-answer">
        <b>No plan.</b> {plan.because.map(({ sentence }) => sentence).join(' ')}
      </p>
    );
  const most = Math.max(...plan.wards.map(({ dwo }) => dwo));
  const top = plan.wards.filter(({ dwo }) => dwo === most);
  const named = top.length <= MOST_NAMED ? andList(top.map(({ name }) => name)) : countWords(top.length, 'ward');
  const other = plan.wards.filter((ward) => changeOf(officersNow, ward) !== 0).length;
  return (
    <p class="w-answer">
      <b>
        {officersNow === null
          ? `${countWords(plan.officers.dwo, 'officer')} and ${countWords(plan.officers.pcso, 'PCSO')} for ${countWords(plan.wards.length, 'ward')}.`
          : `${sentenceCase(countWords(other, 'ward'))} would have another number of officers than now.`}
      </b>{' '}
      {named} would have most: {wholeNumber(most)}
      {top.length === 1 ? '' : ' each'}.
    </p>
  );
}

/** Officers a ward would have more than now, below 0 for fewer; 0 where nothing is known of now. */
function changeOf(officersNow: OfficersNow, { code, dwo }: Pick<PlannedWard, 'code' | 'dwo'>): number {
  const now = officersNow?.get(code);
  return now === undefined ? 0 : dwo - now;
}

interface WardsUnderItProps {
  plan: Plan;
  places: HexPlace[];
  officersNow: OfficersNow;
  synthetic: boolean;
}

/** Every ward's officers under a proposal beside those it has now, on the map and in the table. */
export function WardsUnderIt({ plan, places, officersNow, synthetic }: WardsUnderItProps) {
  if (plan.kind === 'infeasible') return null;
  const madeUp = synthetic || plan.synthetic;
  return (
    <section class="w-section" aria-labelledby="plan">
      <h2 class="w-h2" id="plan">
        The plan under it
      </h2>
      <div class="w-cols w-cols--mapright">
        <WardTable plan={plan} officersNow={officersNow} synthetic={madeUp} />
        <WardMap plan={plan} places={places} officersNow={officersNow} synthetic={madeUp} />
      </div>
    </section>
  );
}

function WardMap({ plan, places, officersNow, synthetic }: WardsUnderItProps & { plan: OptimalPlan }) {
  const placeOf = new Map(places.map((place) => [place.code, place]));
  const wards = plan.wards.flatMap((ward): HexWard[] => {
    const { code, name, borough, dwo } = ward;
    const place = placeOf.get(code);
    if (place === undefined) return [];
    const change = changeOf(officersNow, ward);
    const beside = change === 0 ? {} : { beside: signedNumber(change) };
    return [{ ...place, name, borough, value: dwo, href: `/ward/${code}`, ...beside }];
  });
  if (wards.length === 0) return null;
  const marked = wards.some(({ beside }) => beside !== undefined);
  return (
    <HexMapFigure
      title="Officers in each ward under it"
      sub={`${wholeNumber(plan.officers.dwo)} dedicated ward officers.${marked ? ' Beside a number, the change from now.' : ''}`}
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

const sayChange = (change: number): string => (change === 0 ? '' : ` (${signedNumber(change)})`);

function WardTable({
  plan,
  officersNow,
  synthetic,
}: Omit<WardsUnderItProps, 'plan' | 'places'> & { plan: OptimalPlan }) {
  const byDemand = plan.wards.toSorted((a, b) => b.demandShare - a.demandShare);
  return (
    <DataTable<PlannedWard>
      id="every-ward"
      caption="Officers and PCSOs in each ward"
      sub={`Most demand first.${officersNow === null ? '' : ' In brackets, the change from now.'}`}
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
        ...(officersNow === null
          ? []
          : [{ head: 'Now', number: true, cell: ({ code }: PlannedWard) => officersNow.get(code) ?? '–' }]),
        {
          head: 'Officers',
          number: true,
          cell: (ward) => (
            <>
              <b>{ward.dwo}</b>
              {sayChange(changeOf(officersNow, ward))}
            </>
          ),
        },
        { head: 'PCSOs', number: true, cell: ({ pcso }) => pcso },
      ]}
    />
  );
}
