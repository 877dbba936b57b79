import type { AnswerRecords, NoAnswer, UnitAnswer, WardAnswer } from './model.ts';
import { noAnswerSentences } from './no-answer-sentences.ts';
import { LICENCE, LICENCE_ADDRESS, sourcesSentence } from './provenance-of-answer.ts';

/**
 * A ward's answer for machines: `kind` "answer", `asAt`, the plan it is of, `ward` with its numbers, `sentences` by what
 * they are about, all of them, `paragraph` the short one to read out, `shares` (number of officers → share of weightings; null where not reckoned), `sources`.
 */
export function wardAnswerJson(answer: WardAnswer, asAt: string, records: AnswerRecords): object {
  const { plan, stability } = records;
  const planned = plan.wards.find(({ code }) => code === answer.ward.code);
  const sure =
    stability.kind === 'reckoned' ? stability.stability.wards.find(({ code }) => code === answer.ward.code) : undefined;
  return {
    kind: 'answer',
    ...common(asAt, records),
    ward: { ...answer.ward, dwo: planned?.dwo ?? null, pcso: planned?.pcso ?? null },
    shares: sure?.shares ?? null,
    sentences: answer.sentences,
    paragraph: answer.paragraph,
    ...provenance(records),
  };
}

/** The unit's answer for machines: the question, `paragraphs` by what they are about, and `wards` with numbers and a line. */
export function unitAnswerJson(answer: UnitAnswer, asAt: string, records: AnswerRecords): object {
  const { question, paragraphs, wards } = answer;
  return { kind: 'answer', ...common(asAt, records), question, paragraphs, wards, ...provenance(records) };
}

/** That there are no numbers to give, and why: `kind` "no plan", `because` in sentences. */
export function noAnswerJson(none: NoAnswer): object {
  const unit = none.kind === 'infeasible' ? none.plan.unit : none.unit;
  return { kind: 'no plan', unit, asAt: none.on, because: noAnswerSentences(none) };
}

const common = (asAt: string, { plan, standing }: AnswerRecords) => ({
  unit: plan.unit,
  asAt,
  boundaryVersion: plan.boundaryVersion,
  plan:
    standing.kind === 'put forward' || standing.kind === 'tried'
      ? { id: null, standing: standing.kind, from: null }
      : { id: standing.id, standing: standing.kind, from: standing.from },
  synthetic: plan.synthetic,
});

const provenance = ({ plan }: AnswerRecords) => ({
  sources: sourcesSentence(plan),
  licence: { name: LICENCE, href: LICENCE_ADDRESS },
});
