import { monthName } from '../../lib/calendar/month.ts';
import { Page } from '../../ui/layout.tsx';
import { longDate } from '../../ui/long-date.ts';
import { QuestionHeading } from '../../ui/question-heading.tsx';
import { QUESTION_NUMBERS, QUESTIONS } from '../../ui/questions.ts';
import { unitAddress } from '../page-address.ts';
import type { WardPageModel } from '../view-models.ts';
import { HowManyOfficers } from './ward/how-many-officers.tsx';
import { MonthByMonth } from './ward/month-by-month.tsx';
import { WereTheyHere } from './ward/were-they-here.tsx';
import { WhereItLies } from './ward/where-it-lies.tsx';

/** A ward's page: how many officers and why, then what is known of the other three questions. */
export function WardPage(model: WardPageModel) {
  const { unit, ward, plan, series, here } = model;
  const synthetic =
    plan?.plan.synthetic === true ||
    series.some((each) => each.series.synthetic) ||
    here.months.some((each) => each.synthetic);
  return (
    <Page
      title={ward.name}
      active="/"
      unit={unit}
      synthetic={synthetic}
      {...(model.figuresTo === null ? {} : { figuresTo: monthName(model.figuresTo) })}
      breadcrumbs={[{ text: unit.name, href: unitAddress(model) }, { text: ward.name }]}
    >
      <div class="w-cols w-cols--main">
        <div>
          <h1 class="w-title">
            <span class="w-over">
              Ward in {ward.borough} · as at {longDate(model.asAt)}
            </span>
            {ward.name}
          </h1>
          <ul class="w-body-list">
            {QUESTION_NUMBERS.map((number) => (
              <li key={number}>
                <a class="govuk-link" href={`#q${number}`}>
                  {QUESTIONS[number]}
                </a>
              </li>
            ))}
          </ul>
        </div>
        <WhereItLies {...model} />
      </div>
      <HowManyOfficers {...model} />
      <WereTheyHere {...model} />
      <NotRecorded number={3} what="ward panels, the priorities they set or what was done about them" />
      <MonthByMonth {...model} />
    </Page>
  );
}

/** A question whose records Wardroom does not keep yet: said plainly, with no figure. */
function NotRecorded({ number, what }: { number: 3; what: string }) {
  return (
    <section class="w-section" aria-labelledby={`q${number}`}>
      <QuestionHeading number={number} />
      <p class="w-answer">
        <b>Not recorded yet.</b> Wardroom does not hold {what}.
      </p>
    </section>
  );
}
