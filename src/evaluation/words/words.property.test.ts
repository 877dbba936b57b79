import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  sampleCharter,
  sampleEstimate,
  sampleEvaluation,
  sampleOutcome,
} from '../../../test/builders/evaluation-result.ts';
import type { OutcomeEstimate, OutcomeResult, State } from '../model.ts';
import { wordCount } from './fit-words.ts';
import { putIntoWords, sayState } from './index.ts';

/** What must never be said to people of a pilot. */
const FORBIDDEN = /no (effect|change|impact)|significan|\bstable\b|\bprov(es|ed|en)\b|NaN|undefined|null|Infinity|--/i;

const percent = fc.double({ min: -99, max: 400, noNaN: true });
const share = fc.double({ min: 0.0001, max: 1, noNaN: true });

const estimate = (method: OutcomeEstimate['method']): fc.Arbitrary<OutcomeEstimate> =>
  fc
    .record({
      percent,
      below: fc.double({ min: 0, max: 90, noNaN: true }),
      above: fc.oneof(fc.double({ min: 0, max: 300, noNaN: true }), fc.constant(Number.POSITIVE_INFINITY)),
      perMonth: fc.option(fc.double({ min: -900, max: 900, noNaN: true })),
      level: fc.constantFrom(0.95, 0.9286, 0.9),
      pValue: share,
      moved: fc.integer({ min: 0, max: 351 }),
    })
    .map(({ below, above, level, moved, ...rest }) =>
      sampleEstimate({
        ...{ ...rest, method, asMuch: { moved, of: 351 } },
        interval: { low: Math.max(-100, rest.percent - below), high: rest.percent + above, level },
      }),
    );

const outcome: fc.Arbitrary<OutcomeResult> = fc
  .record({
    estimates: fc.tuple(estimate('sc'), estimate('did'), estimate('sdid')),
    polarity: fc.constantFrom('more is worse' as const, 'more is better' as const, 'neither' as const),
    role: fc.constantFrom('primary' as const, 'guard' as const, 'context' as const),
    state: fc.constantFrom<State>('continue', 'harm boundary crossed', 'benefit shown', 'cannot tell'),
    earlierAverage: fc.option(fc.double({ min: 0, max: 9000, noNaN: true })),
    smallestSeen: fc.option(fc.record({ worse: fc.double({ min: 0.1, max: 300, noNaN: true }), better: percent })),
    adjustedP: fc.option(share),
    months: fc.integer({ min: 1, max: 40 }),
    title: fc.constantFrom('Robbery', 'Burglary', 'Theft from the person', 'Drug offences'),
    group: fc.constantFrom('Camden and Islington', 'Barking and Dagenham, Havering and Redbridge'),
  })
  .map(({ months, estimates, title, ...rest }) =>
    sampleOutcome({
      ...{ ...rest, title, estimates, primary: estimates[0], measure: title.toLowerCase().replaceAll(' ', '-') },
      judged: { from: '2017-01', to: '2017-12', months },
    }),
  );

test('forbidden words are never said; the range, what others did and what could be seen always are', () => {
  const charter = fc
    .constantFrom('retrospective' as const, 'prospective' as const)
    .map((kind) => sampleCharter({ kind }));
  fc.assert(
    fc.property(charter, fc.array(outcome, { minLength: 1, maxLength: 10 }), (asked, outcomes) => {
      const result = putIntoWords(asked, sampleEvaluation({ outcomes }));
      const head = sayState(asked, result);
      const texts = [result.paragraph, ...result.remarks, head.head, head.meaning];
      for (const text of [...texts, ...result.outcomes.flatMap(({ sentences }) => sentences)]) {
        expect(text).not.toMatch(FORBIDDEN);
        expect(text).toMatch(/[.!?]$|^State: /);
      }
      for (const { sentences } of result.outcomes) {
        const text = sentences.join(' ');
        expect(text).toMatch(/(from .+ to .+|any change) .*fits/i);
        expect(text).toMatch(/moved as far/);
        expect(text).toMatch(/comparison could have seen/);
      }
      for (const { name, paragraph } of result.groups) {
        expect(paragraph.startsWith(name)).toBe(true);
        expect(result.paragraph).toContain(paragraph);
        if (outcomes.some(({ role, group }) => role !== 'context' && group === name)) {
          expect(paragraph).toMatch(/from .+ to .+ fits/);
          expect(paragraph).toMatch(/moved as far/);
          expect(paragraph).toMatch(/could have seen/);
        }
        if (asked.kind === 'retrospective') expect(paragraph).toContain('this looks back');
        expect(wordCount(paragraph)).toBeLessThanOrEqual(155);
      }
    }),
    { seed: 8, numRuns: 60 },
  );
});
