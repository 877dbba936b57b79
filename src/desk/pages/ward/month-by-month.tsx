import { QuestionHeading } from '../../../ui/question-heading.tsx';
import { wardPerformanceAddress } from '../../page-address.ts';
import type { WardPageModel } from '../../view-models.ts';
import { MeasureChart } from './measure-chart.tsx';
import { MoreMeasures } from './more-measures.tsx';

/** The fourth question: what was recorded, each measure with its chart and its table; it is judged on the ward's performance page. */
export function MonthByMonth(model: WardPageModel) {
  const { chosen, ward } = model;
  const drawn = chosen === null ? model.series : [...model.series, chosen];
  const series = drawn.filter((each) => each.series.values.some((value) => value !== null));
  return (
    <section class="w-section" aria-labelledby="q4">
      <QuestionHeading number={4} />
      <p class="w-answer">
        {series.length === 0 ? (
          <b>No monthly figures for this ward have been imported.</b>
        ) : (
          <>
            <b>
              <a class="govuk-link" href={wardPerformanceAddress(ward.code)}>
                What changed in {ward.name}, and how sure we can be
              </a>
              .
            </b>{' '}
            Below is what was recorded, month by month: no chart here shows why, nor whether a change is more than
            chance.
          </>
        )}
      </p>
      {model.pilots.length === 0 ? null : (
        <p class="w-body">
          A pilot here was set beside places like it:{' '}
          {model.pilots.map(({ href, title, name }, at) => (
            <>
              {at === 0 ? null : ' · '}
              <a class="govuk-link" href={href}>
                {title} ({name})
              </a>
            </>
          ))}
        </p>
      )}
      {series.length === 0 ? null : (
        <div class="w-cols w-cols--half w-charts">
          {series.map((each) => (
            <MeasureChart key={each.measure.name} {...each} model={model} />
          ))}
        </div>
      )}
      <MoreMeasures {...model} />
    </section>
  );
}
