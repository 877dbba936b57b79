import { describe, expect, test } from 'vitest';
import { refusedEstimate, sampleEstimate, sampleOutcome } from '../../../test/builders/evaluation-result.ts';
import type { OutcomeEstimate, OutcomeResult } from '../model.ts';
import type { OutcomeSetting } from './model.ts';
import { sayOutcome } from './say-outcome.ts';

const SETTING: OutcomeSetting = {
  areas: { one: 'borough', many: 'boroughs' },
  treated: ['Camden', 'Islington'],
  donors: 27,
  ...{
    groups: 'all',
    transitionMonths: 0,
    scale: 'log',
    kind: 'prospective',
    rule: 'agreed',
    outcomesJudged: 1,
    breaks: [],
  },
};
const SINGLE: Partial<OutcomeSetting> = { treated: ['Camden'], donors: 31 };

interface Case {
  it: string;
  outcome?: Partial<OutcomeResult>;
  estimate?: Partial<OutcomeEstimate>;
  setting?: Partial<OutcomeSetting>;
  says: string;
}

const clear = { percent: 71.6, perMonth: 110.4, interval: { low: 48.2, high: 98.9, level: 0.95 } } as const;
const fall = { percent: -12.4, perMonth: -19.2, interval: { low: -20, high: -3, level: 0.95 } } as const;
const chance = { percent: 4, perMonth: 6, interval: { low: -12.2, high: 9.4, level: 0.95 } } as const;

function say({ outcome = {}, estimate = {}, setting = {} }: Omit<Case, 'it' | 'says'>): string {
  const primary = sampleEstimate({ ...clear, asMuch: { moved: 0, of: 351 }, ...estimate });
  const made = sampleOutcome({ adjustedP: 0.003, estimates: [primary], primary, ...outcome });
  return sayOutcome(made, { ...SETTING, ...setting }).join(' ');
}

const FIGURES: Case[] = [
  {
    it: 'a clear rise with its count, earlier average and percentage',
    says: 'In the 12 months from January 2017 Camden and Islington recorded about 110 more robberies a month than the comparison suggests, on an earlier average of 154: a rise of about 72%, for the worse.',
  },
  {
    it: 'a clear fall',
    estimate: fall,
    says: 'about 19 fewer robberies a month than the comparison suggests, on an earlier average of 154: a fall of about 12%, for the better.',
  },
  {
    it: 'its range',
    says: 'Anything from 48% more to 99% more fits these figures (a 95% range): the whole range lies on the side of more.',
  },
  {
    it: 'a level that is not round',
    estimate: { interval: { low: 48, high: 99, level: 0.9286 } },
    says: '(a 92.9% range)',
  },
  {
    it: 'what could be chance',
    estimate: chance,
    says: 'We cannot tell whether Camden and Islington recorded more or fewer robberies than otherwise: in the 12 months from January 2017 anything from 12% fewer to 9% more than the comparison suggests fits (a 95% range), on an earlier average of 154 a month. The estimate itself is 4% more.',
  },
  {
    it: 'a range that ends at zero as one that takes it in',
    estimate: { ...chance, interval: { low: 0, high: 9, level: 0.95 } },
    says: 'anything from as many to 9% more than',
  },
  {
    it: 'an end near zero with its decimal',
    estimate: { ...clear, interval: { low: 0.3, high: 9, level: 0.95 } },
    says: 'Anything from 0.3% more to 9% more fits',
  },
  {
    it: 'an end nearer zero',
    estimate: { ...clear, interval: { low: 0.01, high: 9, level: 0.95 } },
    says: 'from less than 0.1% more to',
  },
  {
    it: 'an end without limit',
    estimate: { ...clear, interval: { low: 20, high: Number.POSITIVE_INFINITY, level: 0.95 } },
    says: 'from 20% more to any number more fits',
  },
  {
    it: 'a low end without limit',
    estimate: { ...chance, interval: { low: -100, high: 9, level: 0.95 } },
    says: 'from any number fewer to 9% more',
  },
  {
    it: 'that there is no range',
    estimate: { interval: null },
    says: 'so few comparison areas give no range, and so any change fits',
  },
  { it: 'an estimate of nothing', estimate: { ...chance, percent: 0 }, says: 'The estimate itself is as many.' },
  {
    it: 'small counts in words',
    estimate: { percent: 40, perMonth: 2.2 },
    outcome: { earlierAverage: 5.6 },
    says: 'about two more robberies a month than the comparison suggests, on an earlier average of six: a rise of about 40%',
  },
  {
    it: 'one a month after the percentage',
    estimate: { percent: 40, perMonth: 1.2 },
    outcome: { earlierAverage: 3 },
    says: 'recorded about 40% more robberies than the comparison suggests, about one a month, on an earlier average of three',
  },
  {
    it: 'less than one a month',
    estimate: { percent: 40, perMonth: 0.3 },
    outcome: { earlierAverage: 0.6 },
    says: 'less than one a month, on an earlier average of less than one',
  },
  {
    it: 'large counts in two figures',
    estimate: { perMonth: 656.8 },
    outcome: { earlierAverage: 4580 },
    says: 'about 660 more robberies a month than the comparison suggests, on an earlier average of 4,580',
  },
  {
    it: 'no count where there is none',
    estimate: { perMonth: null },
    says: 'recorded about 72% more robberies than the comparison suggests, on an earlier average of 154 a month, for the worse.',
  },
  {
    it: 'no count that points the other way',
    estimate: { perMonth: -3 },
    says: 'recorded about 72% more robberies than',
  },
  {
    it: 'nothing of an earlier average that is not known',
    outcome: { earlierAverage: null },
    says: 'than the comparison suggests: a rise of about 72%',
  },
  {
    it: 'one month',
    outcome: { judged: { from: '2017-01', to: '2017-01', months: 1 } },
    says: 'In January 2017 Camden and Islington recorded',
  },
  {
    it: 'few months in words',
    outcome: { judged: { from: '2017-01', to: '2017-03', months: 3 } },
    says: 'In the three months from January 2017',
  },
  {
    it: 'more of what is better',
    outcome: { polarity: 'more is better' },
    says: 'a rise of about 72%, for the better.',
  },
  {
    it: 'fewer of what is better',
    estimate: fall,
    outcome: { polarity: 'more is better' },
    says: 'a fall of about 12%, for the worse.',
  },
  { it: 'neither worse nor better', outcome: { polarity: 'neither' }, says: 'a rise of about 72%. ' },
  {
    it: 'a measure without a word of its own',
    outcome: { measure: 'drug-offences', title: 'Drug offences' },
    says: 'more crimes counted as drug offences a month',
  },
  {
    it: 'thefts',
    outcome: { measure: 'theft-from-the-person', title: 'Theft from the person' },
    says: 'more thefts from the person a month',
  },
];

const BESIDE: Case[] = [
  {
    it: 'that no pair moved as far',
    says: 'We asked the same of all 351 pairs of the 27 comparison boroughs. None moved as far either way.',
  },
  {
    it: 'how many did',
    estimate: { asMuch: { moved: 4, of: 351 } },
    says: 'Four of the 351 moved as far either way.',
  },
  { it: 'how many of many did', estimate: { asMuch: { moved: 218, of: 351 } }, says: '218 of the 351 moved as far' },
  {
    it: 'a borough by itself',
    setting: SINGLE,
    estimate: { asMuch: { moved: 4, of: 31 } },
    says: 'We asked the same of each of the 31 comparison boroughs. Four of the 31 moved as far',
  },
  {
    it: 'one of them',
    setting: SINGLE,
    estimate: { asMuch: { moved: 1, of: 31 } },
    says: 'One of the 31 moved as far',
  },
  { it: 'all of them', setting: SINGLE, estimate: { asMuch: { moved: 5, of: 5 } }, says: 'All five moved as far' },
  {
    it: 'a single comparison',
    setting: { ...SINGLE, donors: 1 },
    estimate: { asMuch: { moved: 0, of: 1 } },
    says: 'We asked the same of the one comparison borough. It did not move as far',
  },
  {
    it: 'triples',
    setting: { treated: ['A', 'B', 'C'] },
    estimate: { asMuch: { moved: 0, of: 2925 } },
    says: 'all 2,925 triples of the 27 comparison boroughs',
  },
  {
    it: 'four together',
    setting: { treated: ['A', 'B', 'C', 'D'] },
    estimate: { asMuch: { moved: 0, of: 4999 } },
    says: '4,999 groups of four of comparison boroughs',
  },
  {
    it: 'pairs that adjoin',
    setting: { groups: 'adjoining' },
    estimate: { asMuch: { moved: 0, of: 48 } },
    says: '48 pairs of comparison boroughs that adjoin',
  },
  {
    it: 'wards',
    setting: { ...SINGLE, areas: { one: 'ward', many: 'wards' } },
    estimate: { asMuch: { moved: 2, of: 31 } },
    says: 'each of the 31 comparison wards. Two of the 31',
  },
  {
    it: 'the chance by lot',
    estimate: { pValue: 1 / 406, smallestP: 1 / 406 },
    says: 'Had the pair been picked at random, the chance of standing out this far would be 1 in 406 (pairs that share a borough with the pilot count too), which is the least this comparison can say.',
  },
  {
    it: 'a greater chance by lot',
    estimate: { pValue: 79 / 378, smallestP: 1 / 378 },
    says: '79 in 378 (pairs that share a borough with the pilot count too); 1 in 378 is the least this comparison can say.',
  },
  {
    it: 'the chance by lot of a borough',
    setting: SINGLE,
    estimate: { pValue: 2 / 28, smallestP: 1 / 28 },
    says: 'Had the borough been picked at random, the chance of standing out this far would be 2 in 28; 1 in 28 is the least',
  },
  {
    it: 'a chance without a least',
    estimate: { pValue: 0.034, smallestP: null },
    says: 'the chance of standing out this far would be about 1 in 29.',
  },
  {
    it: 'all outcomes allowed for',
    setting: { outcomesJudged: 5 },
    outcome: { adjustedP: 0.0132 },
    says: 'Allowing for all five outcomes looked at, the chance of one that far is at most about 1 in 76.',
  },
  {
    it: 'both outcomes allowed for',
    setting: { outcomesJudged: 2 },
    outcome: { adjustedP: 0.4 },
    says: 'Allowing for both outcomes looked at, the chance of one that far is at most about 40 in 100.',
  },
  {
    it: 'what allowing for the others undoes',
    setting: { outcomesJudged: 5 },
    outcome: { adjustedP: 0.18 },
    says: 'Taken alone it is clear of chance; among all the outcomes looked at it could be chance.',
  },
  {
    it: 'what a clear change does not show',
    says: 'So something happened here that did not happen there. This does not show that the pilot caused it.',
  },
];

const ELSE: Case[] = [
  {
    it: 'a pretended start that gives as much',
    outcome: { inTime: [{ start: '2014-01', months: 12, percent: 71.9, pValue: null }] },
    says: 'The same method found as much from a pretend start in January 2014, when nothing had begun.',
  },
  {
    it: 'one that gives as much the other way',
    outcome: { inTime: [{ start: '2014-01', months: 12, percent: -80, pValue: null }] },
    says: 'found as much the other way from a pretend start in January 2014',
  },
  {
    it: 'a large chance by shuffling months',
    outcome: { conformalP: 0.73 },
    says: 'Shuffling months instead of areas gives a change as large 73 times in 100.',
  },
  {
    it: 'what was called by a rule that was not in force',
    setting: { rule: 'none' },
    outcome: { looks: sampleOutcome({ state: 'harm boundary crossed' }).looks },
    says: 'Had the rule been in force, the boundary of harm would have been crossed on the figures to June 2017.',
  },
  {
    it: 'the smallest change seen',
    says: 'The smallest lasting change this comparison could have seen, four times in five, is about 22% more or 18% fewer.',
  },
  {
    it: 'it the other way where more is better',
    outcome: { polarity: 'more is better' },
    says: 'is about 18% more or 22% fewer.',
  },
  {
    it: 'that it is not known',
    outcome: { smallestSeen: null },
    says: 'How small a change this comparison could have seen is not known.',
  },
  {
    it: 'a refusal, and what could have been seen',
    outcome: { primary: null, estimates: [refusedEstimate('sc', 'kept', 'Only 3 months stand before the start.')] },
    says: 'No figure is given of robbery in Camden and Islington: Only 3 months stand before the start. The smallest',
  },
  {
    it: 'other methods in a refusal',
    outcome: {
      primary: null,
      estimates: [refusedEstimate('sc', 'kept', 'A poor fit.'), sampleEstimate({ method: 'did' })],
    },
    says: 'A poor fit. Other methods give one; the charter does not go by them.',
  },
  {
    it: 'a break within the months',
    setting: { breaks: [{ month: '2017-05', what: 'Recording changed' }] },
    says: 'To know of the figures: something changed in May 2017, and the remarks say what.',
  },
  {
    it: 'a transition',
    setting: { transitionMonths: 3 },
    says: 'The first three months, the transition, are left out.',
  },
  {
    it: 'a transition of a month',
    setting: { transitionMonths: 1 },
    says: 'The first month, the transition, is left out.',
  },
  {
    it: 'rates',
    setting: { scale: 'rate' },
    says: 'Areas are compared by their rates per 1,000, not by their counts.',
  },
  {
    it: 'context',
    outcome: { role: 'context', adjustedP: null },
    says: 'It is shown as context: the stop rule does not go by it.',
  },
  {
    it: 'hindsight',
    setting: { kind: 'retrospective' },
    says: 'This was worked out in hindsight, by a charter that nobody had agreed.',
  },
  { it: 'drift', outcome: { expectedDriftPercent: -6.2 }, says: 'about 6% fewer was to be expected anyway.' },
  {
    it: 'a poor match',
    estimate: { preRmspePercent: 19, medianPreRmspePercent: 8 },
    says: 'Before the start the comparison was 19% off in a usual month for Camden and Islington, against 8% elsewhere: it is a poor match.',
  },
  {
    it: 'that one area decides',
    outcome: { leaveOneOut: { low: -2, high: 80 } },
    says: 'It hangs on single comparison boroughs: with one left out it lies between 2% fewer and 80% more.',
  },
  {
    it: 'harm called before it could be chance again',
    estimate: chance,
    outcome: { looks: sampleOutcome({ state: 'harm boundary crossed' }).looks },
    says: 'Harm was called on the figures to June 2017 by the rule agreed for the looks; at the end a change so large has a chance of about 1 in 333.',
  },
];

describe('an outcome is said with', () => {
  test.each([...FIGURES, ...BESIDE, ...ELSE])('$it', ({ says, ...made }) => {
    expect(say(made)).toContain(says);
  });
});

describe('methods', () => {
  const of = (...others: OutcomeEstimate[]) => {
    const primary = sampleEstimate({ ...clear });
    return say({ outcome: { estimates: [primary, ...others], primary } });
  };

  test('that agree are given shortly', () => {
    const did = sampleEstimate({ method: 'did', percent: 60, interval: { low: 40, high: 80, level: 0.95 } });
    expect(of(did)).toContain('The other method says much the same: difference in differences 60% more.');
  });

  test.each([
    ['in direction', { percent: -5, interval: { low: -9, high: -1, level: 0.95 } }, '5% fewer (9% fewer to 1% fewer)'],
    [
      'in what their ranges bear',
      { percent: 5, interval: { low: -3, high: 14, level: 0.95 } },
      '5% more (3% fewer to 14% more)',
    ],
  ])('that differ %s are given with their ranges', (_, changes, says) => {
    const text = of(sampleEstimate({ method: 'did', ...changes }));
    expect(text).toContain('The methods do not agree, so read this with care: synthetic control says 72% more');
    expect(text).toContain(`difference in differences says ${says}`);
  });

  test('that refuse are given with the reason', () => {
    expect(of(refusedEstimate('did', 'kept', 'A gap in May 2016.'))).toContain(
      'Difference in differences gives no figure: A gap in May 2016.',
    );
  });

  test('that come out differently without the areas next door say so', () => {
    const without = sampleEstimate({ adjoining: 'left out', percent: 8, interval: { low: -4, high: 20, level: 0.95 } });
    expect(of(without)).toContain(
      'With the boroughs next door left out of the comparison it comes out differently: 8% more (4% fewer to 20% more).',
    );
  });
});

test('doubts are not cast on what could be chance anyhow', () => {
  const doubted = { inTime: [{ start: '2014-01', months: 12, percent: 9, pValue: null }], conformalP: 0.8 } as const;
  expect(say({ estimate: chance, outcome: doubted })).not.toMatch(/pretend start|Shuffling/);
});

test('a break before the months or after them is not said', () => {
  const breaks = [
    { month: '2014-01', what: 'Before' },
    { month: '2018-03', what: 'After' },
  ] as const;
  expect(say({ setting: { breaks } })).not.toContain('something changed in');
});
