import { monthName } from '../../../lib/calendar/month.ts';
import { Answer } from '../../../ui/answer.tsx';
import { expectationAddress } from '../../expectation/expectation-address.ts';
import { sayExpectation, sayScore } from '../../expectation/say-expectation.ts';
import type { MeasurePageModel } from './model.ts';

/** What the next twelve months are expected to bring, or why that is not said. */
export function ExpectationSection({ measure, area, expectation }: MeasurePageModel) {
  if (expectation === null) return null;
  const { figure, rest } = sayExpectation(expectation);
  const { forecast, from, to, synthetic } = expectation;
  const place = area.kind === 'lsoa' ? null : area.word;
  return (
    <section class="w-section" aria-labelledby="expectation">
      <h2 class="w-h2" id="expectation">
        The year to come
      </h2>
      <Answer figure={figure} synthetic={synthetic}>
        {rest}
      </Answer>
      <p class="w-note">
        {monthName(from)} to {monthName(to)}, were things to go on as they went.{' '}
        {forecast.kind === 'shown' ? sayScore(forecast.score) : ''}
      </p>
      <p class="w-body w-noprint">
        <a class="govuk-link" href={expectationAddress({ measure: measure.name, place })}>
          What is expected in each ward, and what it rests on
        </a>
      </p>
    </section>
  );
}
