import { useContext } from 'preact/hooks';
import { marginsReckoned, type OptimalPlan, type PlannedWard, sergeantOf } from '../../../allocation/index.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ordinal } from '../../../ui/ordinal.ts';
import { PageVisitContext } from '../../../ui/page-visit.ts';
import { percent, signedPercent } from '../../../ui/percent.ts';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { saySharing } from '../../say-sergeants.ts';
import { type Against, changeOf } from '../../what-if/changes.ts';

/** How often other weightings give each ward the number it has. */
export interface SameElsewhere {
  /** Weightings that were tried. */
  samples: number;
  /** False where they lay within the bounds that parties gave. */
  alikeLikely: boolean;
  /** Ward's code → share of them, from 0 to 1. */
  shares: Record<string, number>;
}

export interface AllWardsProps {
  plan: OptimalPlan;
  /**
   * Whether to print what each ward has now, where a rule looks at it. It may be the officers posted, which is for who may
   * read plans and not for the public.
   */
  withNow: boolean;
  /** The plan that changes are marked against, as "3 → 4"; null marks none. */
  against?: Against | null;
  /** null leaves the column out; where it is not ready, a sentence says when it will be. */
  sameElsewhere?: SameElsewhere | 'not ready' | null;
}

/** Every ward's share, quota, officers and margins, by borough, most demand first. */
export function AllWards({ plan, withNow, against = null, sameElsewhere = null }: AllWardsProps) {
  const same = sameElsewhere === 'not ready' ? null : sameElsewhere;
  const now = withNow && plan.current?.officers ? plan.current : null;
  const boroughs = [...new Set(plan.wards.map((ward) => ward.borough))].toSorted();
  const byDemand = plan.wards.toSorted((a, b) => b.demandShare - a.demandShare);
  return (
    <section class="w-section" aria-labelledby="all">
      <h2 class="w-h2" id="all">
        All {plan.wards.length} wards
      </h2>
      <DataTable<PlannedWard>
        id="every-ward"
        caption="Officers and margins"
        sub={`Quota is what exact sharing would give, before floors and whole officers. Sorted by demand.${now === null ? '' : ` “Now” is by ${now.source}.`}${same === null ? '' : ` “Same number” is the share of ${wholeNumber(same.samples)} other weightings, ${same.alikeLikely ? 'all alike likely' : 'within the bounds that were given'}, that give the ward as many officers.`}`}
        synthetic={plan.synthetic}
        phones="scroll"
        compact
        sections={boroughs.map((borough) => ({
          heading: borough,
          kind: 'group',
          rows: byDemand.filter((ward) => ward.borough === borough),
        }))}
        rowKey={(ward) => ward.code}
        columns={[
          {
            head: 'Ward',
            rowHeader: true,
            cell: (ward) => (
              <a class="govuk-link" href={`/ward/${ward.code}`}>
                {ward.name}
              </a>
            ),
          },
          { head: 'Share of demand', number: true, cell: (ward) => percent(ward.demandShare, 2) },
          { head: 'Quota', number: true, cell: (ward) => ward.quota.toFixed(2) },
          { head: 'Officers', number: true, cell: (ward) => numberWithChange(against, ward, 'dwo') },
          ...nowColumn(now),
          { head: 'PCSOs', number: true, cell: (ward) => numberWithChange(against, ward, 'pcso') },
          ...sameColumn(same),
          ...sergeantColumns(plan),
          ...turnColumns(plan),
          {
            head: 'Why',
            cell: (ward) => (
              <a class="govuk-link" href={`#why-${ward.code}`}>
                why<span class="govuk-visually-hidden"> {ward.name} has its officers</span>
              </a>
            ),
          },
        ]}
      />
      {sameElsewhere === 'not ready' ? <StillReckoned /> : null}
    </section>
  );
}

function StillReckoned() {
  const { address } = useContext(PageVisitContext);
  return (
    <p class="w-body">
      How often other weightings give each ward the same number is still being reckoned.{' '}
      <a class="govuk-link" href={address}>
        Load this page again
      </a>{' '}
      in a few seconds.
    </p>
  );
}

/** "4", or "3 → 4" where it is another in the plan compared with. */
function numberWithChange(against: Against | null, ward: PlannedWard, post: 'dwo' | 'pcso') {
  const now = ward[post];
  const before = now - changeOf(against, ward.code, post, now);
  const number = post === 'dwo' || before !== now ? <b>{now}</b> : now;
  if (before === now) return number;
  return (
    <span class="w-moved">
      {before} → {number}
    </span>
  );
}

function sameColumn(same: SameElsewhere | null): Column<PlannedWard>[] {
  if (same === null) return [];
  return [
    {
      head: 'Same number in other weightings',
      number: true,
      cell: ({ code }) => percent(same.shares[code] ?? 0, 0),
    },
  ];
}

function nowColumn(current: OptimalPlan['current']): Column<PlannedWard>[] {
  const officers = current?.officers ?? null;
  if (officers === null) return [];
  return [{ head: 'Now', number: true, cell: ({ code }) => officers[code] ?? 0 }];
}

function sergeantColumns(plan: OptimalPlan): Column<PlannedWard>[] {
  if (plan.sergeants.length === 0) return [];
  return [
    { head: 'Tier', cell: ({ code }) => sergeantOf(plan, code)?.sergeant.tier },
    { head: 'Sergeant', cell: ({ code }) => saySharing(plan, code) },
  ];
}

/** Turns are the hand-out's, and margins too, where no side rule is about officers. */
function turnColumns(plan: OptimalPlan): Column<PlannedWard>[] {
  const { decidedBy, limits } = plan;
  if (decidedBy === 'solver') return [];
  const turn: Column<PlannedWard> = { head: 'Turn of its last officer', number: true, cell: turnOfLast };
  if (!marginsReckoned(plan)) return [turn];
  return [
    turn,
    { head: 'Gains one if demand', number: true, cell: (ward) => gainText(ward, limits.ceilings.dwo) },
    { head: 'Loses one if demand', number: true, cell: loseText },
  ];
}

function turnOfLast({ awards }: PlannedWard): string {
  const last = awards.at(-1);
  if (last === undefined) return 'floor';
  return last.rank === null ? 'by rule' : ordinal(last.rank);
}

function gainText({ margin, demandShare, dwo }: PlannedWard, ceiling: number | null): string {
  if (margin.gain !== null && demandShare > 0) return signedPercent(margin.gain / demandShare - 1);
  return ceiling !== null && dwo >= ceiling ? 'at the ceiling' : 'none to gain';
}

function loseText({ margin, demandShare, awards }: PlannedWard): string {
  if (margin.lose !== null && demandShare > 0) return signedPercent(margin.lose / demandShare - 1);
  return awards.length === 0 ? 'held by the floor' : 'none to lose it to';
}
