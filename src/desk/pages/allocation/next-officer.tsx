import type { OptimalPlan, PlannedWard } from '../../../allocation/index.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ordinal } from '../../../ui/ordinal.ts';
import { percent } from '../../../ui/percent.ts';
import { PriorityDot } from './priority-dot.tsx';

/** One turn of the hand-out, given or next in line. */
interface Turn {
  rank: number;
  /** Place in the queue after the last officer; null for an officer that was given. */
  queue: number | null;
  ward: PlannedWard;
  /** Officers after the turn. */
  officers: number;
  priority: number;
}

const SHOWN_BEFORE_THE_CUT = 8;
const PER_TEN_THOUSAND = 10_000;

/** Where the officers ran out: the last turns given, the first not given, and how close they are. */
export function NextOfficer({ plan }: { plan: OptimalPlan }) {
  const { given, waiting } = turnsOf(plan);
  const last = given.at(-1);
  const [next, second] = waiting;
  return (
    <section class="w-section" aria-labelledby="next">
      <h2 class="w-h2" id="next">
        Who gets the next officer?
      </h2>
      <p class="w-answer">
        {next === undefined ? (
          <b>Nobody: every ward has as many as a ward may have.</b>
        ) : (
          <b>
            {next.ward.name}
            {second === undefined || second.ward.code === next.ward.code ? '' : `, then ${second.ward.name}`}.
          </b>
        )}{' '}
        {last === undefined || next === undefined ? '' : closeCall(last.ward)}
      </p>
      {given.length + waiting.length === 0 ? null : (
        <div class="w-cols w-cols--map">
          <HandOut given={given} waiting={waiting} />
          <ReadingTheCloseCalls last={last} next={next} />
        </div>
      )}
    </section>
  );
}

/** "The last officer went to Finsbury Park: with 0.4% less demand it would not have." */
function closeCall({ name, demandShare, margin }: PlannedWard): string {
  if (margin.lose === null) return `The last officer went to ${name}.`;
  const less = 1 - margin.lose / demandShare;
  return `The last officer went to ${name}. It would have gone elsewhere had ${name}’s demand been ${percent(less)} lower.`;
}

function turnsOf(plan: OptimalPlan): { given: Turn[]; waiting: Turn[] } {
  const wards = new Map(plan.wards.map((ward) => [ward.code, ward]));
  const given = plan.wards
    .flatMap((ward) =>
      ward.awards.flatMap(({ rank, officers, priority }): Turn[] =>
        rank === null ? [] : [{ rank, officers, priority, queue: null, ward }],
      ),
    )
    .toSorted((a, b) => a.rank - b.rank);
  const waiting = plan.nextInLine.flatMap((each, index): Turn[] => {
    const ward = wards.get(each.code);
    return ward === undefined ? [] : [{ ...each, queue: index + 1, ward }];
  });
  return { given, waiting };
}

function HandOut({ given, waiting }: { given: Turn[]; waiting: Turn[] }) {
  const shown = given.slice(-SHOWN_BEFORE_THE_CUT);
  const priorities = [...shown, ...waiting].map(perTenThousand).filter(Number.isFinite);
  const scale = { least: Math.min(...priorities), most: Math.max(...priorities) };
  const last = shown.at(-1);
  const [next] = waiting;
  const cut = last === undefined || next === undefined ? null : (perTenThousand(last) + perTenThousand(next)) / 2;
  const [first] = shown;
  return (
    <DataTable<Turn>
      caption={first === undefined ? 'The queue' : `The hand-out, from the ${ordinal(first.rank)} officer on`}
      sub="Priority = share of demand ÷ √(officers now × officers next), per ten thousand. Highest goes first; the dashed line is where the officers ran out."
      compact
      sections={[{ rows: shown }, { heading: cutLabel(given.length, waiting.length), kind: 'cut-off', rows: waiting }]}
      rowKey={({ queue, rank }) => (queue === null ? `given ${rank}` : `next ${queue}`)}
      columns={[
        { head: 'Turn', rowHeader: true, cell: (turn) => <span class="w-nw">{turnText(turn)}</span> },
        { head: 'Ward', cell: ({ ward }) => <WardLink ward={ward} /> },
        { head: 'Officers', number: true, cell: ({ officers }) => `${officers - 1} → ${officers}` },
        { head: 'Priority', number: true, cell: priorityText },
        {
          head: `Priority as a dot on a scale from ${scale.least.toFixed(0)} to ${scale.most.toFixed(0)}`,
          hideHead: true,
          full: true,
          cell: (turn) => (
            <PriorityDot value={perTenThousand(turn)} scale={scale} cut={cut} given={turn.queue === null} />
          ),
        },
      ]}
    />
  );
}

const perTenThousand = ({ priority }: Turn) => priority * PER_TEN_THOUSAND;

/** A first officer above a floor of 0 goes before every other: its priority has no number. */
const priorityText = (turn: Turn) => (Number.isFinite(turn.priority) ? perTenThousand(turn).toFixed(1) : 'first');

const turnText = ({ queue, rank }: Turn) => (queue === null ? ordinal(rank) : `next ${queue}`);

function cutLabel(given: number, waiting: number): string {
  const ended = given === 0 ? 'No officers above the floor.' : `The ${given} extra officers end here.`;
  return waiting === 0 ? ended : `${ended} Next in line:`;
}

function WardLink({ ward }: { ward: PlannedWard }) {
  return (
    <a class="govuk-link" href={`#why-${ward.code}`}>
      {ward.name}
    </a>
  );
}

function ReadingTheCloseCalls({ last, next }: { last: Turn | undefined; next: Turn | undefined }) {
  return (
    <div>
      <h3 class="w-h3">Reading the close calls</h3>
      {last === undefined || next === undefined ? null : (
        <p class="w-body">
          {last.ward.name}’s priority is {priorityText(last)} and {next.ward.name}’s {priorityText(next)}. The officers
          must run out somewhere, and they do here. Where two numbers are close, it does not mean that one ward’s need
          is smaller in any way a resident would notice.
        </p>
      )}
      <p class="w-body">
        The ward table gives two margins: how much a ward’s demand would have to <b>rise</b> to gain an officer, or{' '}
        <b>fall</b> to lose one, if nothing else changed.
      </p>
    </div>
  );
}
