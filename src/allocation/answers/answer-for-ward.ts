import { InvalidArgument } from '../../lib/invalid-argument.ts';
import type { AnswerRecords, AnswerSentences, WardAnswer } from './model.ts';
import { readAloud } from './read-aloud.ts';
import { sayHowMany } from './say-how-many.ts';
import { sayHowSure } from './say-how-sure.ts';
import { sayLastOfficer } from './say-last-officer.ts';
import { saySinceLastTime } from './say-since-last-time.ts';
import { sayWhatWouldChange } from './say-what-would-change.ts';
import { sayWhoWasAsked } from './say-who-was-asked.ts';
import { sayWhy } from './say-why.ts';

/**
 * Answers for one ward, in sentences that a councillor can read out: how many, why, which turn its last officer was, what
 * would change it, how sure it is, who was consulted, and what is new since the plan before; and a short paragraph of it to read out. Knows no clock and no record.
 * @param asked code: of one of the plan's wards
 * @throws InvalidArgument when the plan has no such ward
 */
export function answerForWard({ code, ...records }: AnswerRecords & { code: string }): WardAnswer {
  const { plan, stability, decision, change, standing } = records;
  const ward = plan.wards.find((each) => each.code === code);
  if (ward === undefined) throw new InvalidArgument(`The plan has no ward ${code}.`);
  const sentences: AnswerSentences[] = [
    { about: 'how many', text: sayHowMany(plan, ward, standing) },
    { about: 'why', text: sayWhy(plan, ward, standing) },
    { about: 'rank of the last officer', text: sayLastOfficer(plan, ward, standing) },
    { about: 'what would change it', text: sayWhatWouldChange(plan, ward, standing) },
    { about: 'how sure', text: sayHowSure(plan, ward, stability, decision?.stabilityWithin ?? null) },
    { about: 'who was consulted', text: sayWhoWasAsked(ward, decision, standing) },
    { about: 'since last time', text: saySinceLastTime(ward, change) },
  ];
  const said = sentences.filter(({ text }) => text !== '');
  return {
    ward: { code, name: ward.name, borough: ward.borough },
    sentences: said,
    paragraph: readAloud(records, ward),
  };
}
