import { longDate } from '../../ui/long-date.ts';
import type { MonthReport } from '../reports/model.ts';
import { hoursWords, wholeHours } from './whole-hours.ts';

/** The policy that the month was ruled by, and what the literal reading of 2017 would come to. */
export function RuleSection({ report }: { report: MonthReport }) {
  const { policy, total } = report;
  return (
    <section class="w-section" aria-labelledby="rule">
      <h2 class="w-h2" id="rule">
        The rule
      </h2>
      <p class="w-body">
        Ruled by{' '}
        <a class="govuk-link" href="/ringfence/policy">
          “{policy.title}”
        </a>
        , in force from {longDate(policy.inForceFrom)}. As the Mayor put it in January 2017, ward officers are not
        pulled from their ward “save for the exceptions”, Carnival and New Year’s Eve. A day is ruled by the policy in
        force on it, for ever.
      </p>
      <p class="w-body">{sayLiteral(total)}</p>
      {total.lateMinutes > 0 ? (
        <p class="w-body">
          {hoursWords(total.lateMinutes)} of the exceptions were authorised only after they had begun.
        </p>
      ) : null}
      {total.restDayMinutes + total.overtimeMinutes > 0 ? (
        <p class="w-body">
          Besides, {hoursWords(total.restDayMinutes)} on rest days and {hoursWords(total.overtimeMinutes)} of overtime
          were worked elsewhere. They took no time from the ward on those days, so they are in no figure above.
        </p>
      ) : null}
    </section>
  );
}

/** The literal reading beside what was ruled. */
export function sayLiteral({ literalBreachMinutes, breachMinutes }: MonthReport['total']): string {
  if (literalBreachMinutes === null)
    return 'What the words of 2017 taken literally would come to is told of boroughs and the unit, where it tells of at least 3 officers.';
  const beside = 'By the words of 2017 taken literally, which except Carnival and New Year’s Eve alone,';
  if (literalBreachMinutes === 0) return `${beside} no hour would be a breach.`;
  if (wholeHours(literalBreachMinutes) === wholeHours(breachMinutes))
    return `${beside} the breaches would be the same ${hoursWords(breachMinutes)}.`;
  return `${beside} ${hoursWords(literalBreachMinutes)} would be breaches, not ${wholeHours(breachMinutes)}.`;
}
