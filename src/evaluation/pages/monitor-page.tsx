import type { Month } from '../../lib/calendar/month.ts';
import { monthName } from '../../lib/calendar/month.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Form } from '../../ui/form.tsx';
import { longDate } from '../../ui/long-date.ts';
import type { Charter, EvaluationResult, OutcomeResult } from '../model.ts';
import { recordAddress, resultAddress } from './addresses.ts';
import { LookState, sayRule } from './looks-section.tsx';
import type { RecordedLook, ResultPageModel } from './model.ts';
import { PilotFrame } from './pilot-frame.tsx';
import { sayGap } from './say-figures.ts';
import { StandingNotice } from './standing-notice.tsx';
import { StatePanel } from './state-panel.tsx';
import { StateTag } from './state-tag.tsx';

/** Every outcome at every look, what was recorded then beside what is worked out now, and when the next look is. */
export function MonitorPage({ unit, shown, result, recorded, mayRecord }: ResultPageModel) {
  const { charter } = shown;
  const watched = result.outcomes.filter(({ role }) => role !== 'context');
  return (
    <PilotFrame
      unit={unit}
      charter={charter}
      title={`Monitoring board: ${charter.title}`}
      beside="Monitoring board"
      figuresTo={result.figures.to}
      synthetic={result.synthetic}
    >
      <h1 class="w-title">
        <span class="w-over">{charter.title}</span>
        Every outcome at every look
      </h1>
      <StandingNotice {...shown} />
      <StatePanel charter={charter} result={result} />
      <p class="w-lead">{sayNextLook(charter, result)}</p>
      <p class="w-body">{sayRule(charter)}</p>
      <DataTable<OutcomeResult>
        caption="States by look"
        sub="The gap so far, in per cent of what would have been, and what the stop rule says of it. A dash: no look yet."
        synthetic={result.synthetic}
        columns={columnsFor(charter)}
        sections={result.groups.map(({ name }) => ({
          heading: name,
          kind: 'group',
          rows: watched.filter(({ group }) => group === name),
        }))}
        rowKey={({ measure }) => measure}
        phones="scroll"
      />
      {mayRecord && watched.some(({ looks }) => looks.length > 0) ? <Record shown={shown} /> : null}
      <Recorded recorded={recorded} outcomes={watched} kind={charter.kind} />
    </PilotFrame>
  );
}

/** Keeps the looks of the table, for who may. */
function Record({ shown }: Pick<ResultPageModel, 'shown'>) {
  return (
    <Form action={recordAddress(shown.charter.name)}>
      <input type="hidden" name="seen" value={shown.hash} />
      <p class="w-body">
        Once recorded, a look stands as it was found, with who took it and when. A look on figures that did not change
        is recorded once.
      </p>
      <Button text="Record these looks" preventDoubleClick />
    </Form>
  );
}

/** When the next look is, or that there is none. */
export function sayNextLook(
  { looks, end }: Pick<Charter, 'looks' | 'end'>,
  { figures }: Pick<EvaluationResult, 'figures'>,
): string {
  const next = looks.find((month) => month > figures.to);
  return next === undefined
    ? `Every look is taken: the last was on the figures to ${monthName(looks.at(-1) ?? end)}.`
    : `The next look is due once the figures to ${monthName(next)} are held; they go to ${monthName(figures.to)} now.`;
}

const columnsFor = (charter: Charter): Column<OutcomeResult>[] => [
  {
    head: 'Outcome',
    rowHeader: true,
    cell: ({ group, measure, title, role }) => (
      <>
        <a class="govuk-link" href={resultAddress(charter.name, { group, measure })}>
          {title}
        </a>
        <small> {role}</small>
      </>
    ),
  },
  ...charter.looks.map(
    (month: Month): Column<OutcomeResult> => ({
      head: monthName(month),
      cell: ({ looks }) => {
        const look = looks.find((each) => each.month === month);
        return look === undefined ? (
          '–'
        ) : (
          <>
            {sayGap(look.percent)} <LookState look={look} last={charter.looks.at(-1)} />
          </>
        );
      },
    }),
  ),
];

interface RecordedProps {
  recorded: readonly RecordedLook[];
  outcomes: readonly OutcomeResult[];
  kind: Charter['kind'];
}

/** Looks as they were taken, each beside what the figures held now say of the same months. */
function Recorded({ recorded, outcomes, kind }: RecordedProps) {
  if (recorded.length === 0)
    return (
      <p class="w-body">
        {kind === 'retrospective'
          ? 'No look was taken at the time: all of this is worked out afterwards.'
          : 'No look was recorded yet.'}
      </p>
    );
  const now = ({ group, measure, month }: RecordedLook) =>
    outcomes
      .find((outcome) => outcome.group === group && outcome.measure === measure)
      ?.looks.find((look) => look.month === month);
  return (
    <DataTable<RecordedLook>
      caption="Looks as they were recorded"
      sub="Figures are revised: what was recorded stands, and what they say now stands beside it."
      columns={[
        {
          head: 'Outcome',
          rowHeader: true,
          cell: ({ group, measure }) =>
            `${outcomes.find((each) => each.measure === measure)?.title ?? measure}, ${group}`,
        },
        { head: 'Figures to', cell: ({ month }) => monthName(month as Month) },
        { head: 'Taken', cell: ({ takenOn }) => longDate(takenOn) },
        { head: 'Recorded', cell: (each) => <GapAndState percent={each.percent} state={each.state} /> },
        {
          head: 'Worked out now',
          cell: (each) => {
            const again = now(each);
            return again === undefined ? '–' : <GapAndState percent={again.percent} state={again.state} />;
          },
        },
      ]}
      rows={[...recorded]}
      rowKey={({ group, measure, month }) => `${group} ${measure} ${month}`}
      phones="stack"
    />
  );
}

function GapAndState({ percent, state }: Pick<RecordedLook, 'percent' | 'state'>) {
  return (
    <>
      {percent === null ? null : sayGap(percent)} <StateTag state={state} />
    </>
  );
}
