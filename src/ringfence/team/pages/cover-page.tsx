import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Details } from '../../../ui/details.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { longDate } from '../../../ui/long-date.ts';
import type { CoverRule } from '../cover/cover-question.ts';
import { COVER_RULES, type Suggestion } from '../cover/suggest-cover.ts';
import type { CoverGap, TeamWard } from '../model.ts';
import { sayGap } from '../say-gap.ts';
import { sayHours } from '../say-times.ts';

export interface CoverPageModel {
  ward: TeamWard;
  gaps: readonly { gap: CoverGap; suggestions: readonly (Suggestion & { mayOrder: boolean })[] }[];
  wholeUnit: boolean;
  synthetic: boolean;
  problems: readonly FormProblem[];
  /** Makes the identity of an absence that is about to be recorded. */
  newId: () => string;
}

/** Who could stand in for the gaps of a ward, by the rules of allocation, and what each would cost their own ward. */
export function CoverPage({ ward, gaps, wholeUnit, synthetic, problems, newId }: CoverPageModel) {
  return (
    <FormPage
      title={`Cover for ${ward.name}`}
      active="/ringfence/team"
      above={[{ text: 'My team', href: '/ringfence/team' }]}
      problems={problems}
      synthetic={synthetic}
    >
      <p class="w-lead">
        Covering takes an officer from their own ward: it is ruled and recorded as an absence there, by your order, and
        somebody else confirms it.
      </p>
      {gaps.length === 0 ? <p class="w-body">There is no gap today or tomorrow: the planned cover is there.</p> : null}
      {gaps.map(({ gap, suggestions }) => (
        <section key={`${gap.kind} ${gap.from.toISOString()}`} class="w-section">
          <h2 class="w-h2">
            {longDate(todayInLondon(gap.from))}: {sayGap(gap, ward.name)}
          </h2>
          {suggestions.length === 0 ? (
            <p class="w-body">
              {wholeUnit
                ? 'No ward of the unit can lend anybody by the rules below: plan a duty for an officer of the ward, from '
                : 'No ward that you lead can lend anybody by the rules below: ask your inspector, who sees the other wards on this page of theirs. Or plan a duty for an officer of the ward, from '}
              <a class="govuk-link" href={`/ringfence/team?ward=${ward.code}`}>
                the page of its team
              </a>
              .
            </p>
          ) : (
            <>
              <Suggestions
                {...{ ward, newId }}
                caption="Who could come"
                suggestions={suggestions.slice(0, SHOWN_AT_ONCE)}
              />
              <Further {...{ ward, newId }} suggestions={suggestions.slice(SHOWN_AT_ONCE)} />
            </>
          )}
        </section>
      ))}
      <Rules rules={COVER_RULES} />
    </FormPage>
  );
}

/** Suggestions that stand open; the rules put who is nearest first, so that the rest is rarely needed. */
const SHOWN_AT_ONCE = 5;

type SuggestionsProps = Pick<CoverPageModel, 'ward' | 'newId'> & {
  suggestions: CoverPageModel['gaps'][number]['suggestions'];
};

function Further(props: SuggestionsProps) {
  const { length } = props.suggestions;
  if (length === 0) return null;
  return (
    <Details summary={`${length} more who could come`}>
      <Suggestions {...props} caption="Who else could come" />
    </Details>
  );
}

function Suggestions({ ward, suggestions, newId, caption }: SuggestionsProps & { caption: string }) {
  return (
    <DataTable
      caption={caption}
      sub="By ward and post, as the rules of allocation have it; never by what anybody did."
      phones="stack"
      columns={[
        {
          head: 'Who',
          rowHeader: true,
          cell: ({ name, ward: from }) => (
            <>
              <b class="w-line">{name}</b>
              <span class="w-line w-small">{from.name}</span>
            </>
          ),
        },
        { head: 'When', cell: (each) => sayHours(each) },
        { head: 'Why, and what it costs', full: true, cell: ({ why, cost }) => `${why} ${cost}` },
        {
          head: 'Order it',
          full: true,
          cell: ({ duty, from, name, mayOrder, ward: lending }) =>
            mayOrder ? (
              <Form action="/ringfence/team/cover" class="w-inline">
                <input type="hidden" name="id" value={newId()} />
                <input type="hidden" name="ward" value={ward.code} />
                <input type="hidden" name="duty" value={duty} />
                <input type="hidden" name="from" value={from.toISOString()} />
                <Button text={`Order ${name} to cover`} secondary preventDoubleClick />
              </Form>
            ) : (
              <span class="w-small">Ask who answers for {lending.name} to order it.</span>
            ),
        },
      ]}
      rows={[...suggestions]}
      rowKey={({ duty, from }) => `${duty} ${from.toISOString()}`}
    />
  );
}

function Rules({ rules }: { rules: readonly CoverRule[] }) {
  return (
    <section class="w-section" aria-labelledby="rules">
      <h2 class="w-h2" id="rules">
        The rules
      </h2>
      <ul class="w-body-list">
        {rules.map(({ name, sentence }) => (
          <li key={name}>{sentence}</li>
        ))}
        <li>Neighbouring wards come first, then the same cluster, posts above the floor, and the same borough.</li>
      </ul>
    </section>
  );
}
