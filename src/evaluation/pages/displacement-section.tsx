import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import { signedNumber } from '../../ui/signed-number.ts';
import type { DisplacementResult, EvaluationResult, OutcomeResult } from '../model.ts';

export interface DisplacementSectionProps {
  result: Pick<EvaluationResult, 'displacement' | 'groups'>;
  inFull: OutcomeResult;
  /** What areas are called, several of them. */
  areas: string;
}

/** Whether anything went next door, or stayed away from there as well. */
export function DisplacementSection({ result, inFull, areas }: DisplacementSectionProps) {
  const { displacement, groups } = result;
  if (displacement.length === 0) return null;
  const own = displacement.find(({ group, measure }) => group === inFull.group && measure === inFull.measure);
  const others = displacement.filter((each) => each !== own);
  return (
    <section class="w-section" aria-labelledby="next-door">
      <h2 class="w-h2" id="next-door">
        Did it go next door?
      </h2>
      {own === undefined ? null : <p class="w-body">{own.because}</p>}
      <Details summary="Every outcome, neighbours together">
        <DataTable<DisplacementResult>
          caption="The pilot and its neighbours together"
          sub={`Crimes a month in the pilot and the adjoining ${areas} together, set against the others. Below zero is fewer, neighbours included.`}
          columns={COLUMNS}
          sections={groups.map(({ name }) => ({
            heading: name,
            kind: 'group',
            rows: displacement.filter(({ group }) => group === name),
          }))}
          rowKey={({ measure }) => measure}
          phones="stay"
        />
        {others.map(({ group, measure, title, because }) => (
          <p class="w-body" key={`${group} ${measure}`}>
            <b>
              {title}, {group}.
            </b>{' '}
            {because}
          </p>
        ))}
      </Details>
    </section>
  );
}

const whole = (value: number): string => signedNumber(Math.round(value));

const COLUMNS: Column<DisplacementResult>[] = [
  { head: 'Outcome', rowHeader: true, cell: ({ title }) => title },
  { head: 'A month, about', number: true, cell: ({ difference }) => whole(difference) },
  { head: 'Could be', number: true, cell: ({ interval }) => `${whole(interval.low)} to ${whole(interval.high)}` },
];
