import { QuestionHeading } from '../../../ui/question-heading.tsx';
import type { WardPageModel } from '../../view-models.ts';
import { MeasureChart } from './measure-chart.tsx';
import { MoreMeasures } from './more-measures.tsx';

/** The fourth question: nothing is judged yet, so only what was recorded, each measure with its chart and its table. */
export function MonthByMonth(model: WardPageModel) {
  const { chosen } = model;
  const drawn = chosen === null ? model.series : [...model.series, chosen];
  const series = drawn.filter((each) => each.series.values.some((value) => value !== null));
  return (
    <section class="w-section" aria-labelledby="q4">
      <QuestionHeading number={4} />
      <p class="w-answer">
        <b>Not judged yet.</b>{' '}
        {series.length === 0
          ? 'No monthly figures for this ward have been imported.'
          : 'This is what was recorded, month by month. No chart here shows why, nor whether a change is more than chance.'}
      </p>
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
