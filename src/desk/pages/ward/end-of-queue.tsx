import type { OptimalPlan } from '../../../allocation/index.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { numberWord } from '../../../ui/number-word.ts';
import { ordinal } from '../../../ui/ordinal.ts';
import { endOfQueue, type Turn } from '../../end-of-queue.ts';
import { extraOfficers } from '../../say-turn.ts';

/** Where the officers ran out, and where this ward stands. */
export function EndOfQueue({ plan, code }: { plan: OptimalPlan; code: string }) {
  const { given, waiting } = endOfQueue(plan, code);
  const extra = extraOfficers(plan);
  if (given.length + waiting.length === 0) return null;
  return (
    <DataTable<Turn & { waits: boolean }>
      caption="The end of the queue"
      sub={`Officers above the first ${numberWord(plan.limits.floors.dwo)} are handed out one by one, each to the ward with the most demand for each officer, counted between the officers it has and one more.`}
      compact
      sections={[
        { rows: given.map((turn) => ({ ...turn, waits: false })) },
        {
          heading: extra === 0 ? 'No officers above the floor' : `The ${extra} officers end here`,
          kind: 'cut-off',
          rows: waiting.map((turn) => ({ ...turn, waits: true })),
        },
      ]}
      rowKey={({ waits, number }) => `${waits} ${number}`}
      isHere={(turn) => turn.code === code}
      columns={[
        {
          head: 'Turn',
          rowHeader: true,
          cell: ({ waits, number }) => <span class="w-nw">{waits ? `next ${number}` : ordinal(number)}</span>,
        },
        { head: 'Ward', cell: ({ name }) => name },
        { head: 'Officer', cell: ({ officers }) => <span class="w-nw">its {ordinal(officers)}</span> },
      ]}
    />
  );
}
