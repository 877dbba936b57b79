import { expect, test } from 'vitest';
import { awayFrom, calendarWith, decidedBy, dutyOn, rulingCase } from '../../../test/builders/ringfence-cases.ts';
import { ruleCase } from '../policy/rule-case.ts';
import { calledOffEventExemptsNothing } from './called-off-event-exempts-nothing.ts';

const { name } = calledOffEventExemptsNothing;

/** The Sunday of Carnival of a year, ordered. */
function sundayOf(year: number) {
  const event = calendarWith().find(({ key }) => key === `carnival-${year}`) ?? null;
  const duty = dutyOn(event?.firstDay ?? '');
  return rulingCase({ duty, event, away: awayFrom(duty, { reason: 'event', event: event?.key ?? null }) });
}

test('decides alone of Carnival of 2020 and 2021', () => {
  for (const year of [2020, 2021]) {
    expect(decidedBy(sundayOf(year))).toEqual([name]);
    expect(ruleCase(sundayOf(year))).toEqual({
      ruling: 'breach',
      because: `Notting Hill Carnival ${year} was called off.`,
      late: false,
    });
  }
});

test('lets Carnival of the years around them be', () => {
  expect([2019, 2022].map((year) => ruleCase(sundayOf(year)).ruling)).toEqual(['exception', 'exception']);
});
