import { describe, expect, test } from 'vitest';
import { demandOf } from '../../../test/builders/demand-index.ts';
import type { DemandIndex } from '../../demand/index.ts';
import type { Decision, Party } from '../consultation/model.ts';
import type { OptimalPlan, PlannedNumbers } from '../model.ts';
import { planFromDemand } from '../plan-from-demand.ts';
import type { Stability, StabilityKnown, WardStability } from '../stability/model.ts';
import { answerForWard } from './answer-for-ward.ts';
import type { AnswerRecords, PublishedStanding } from './model.ts';

/** Ward 1 has by far most, Wards 3 and 4 are level, Ward 5 has least. */
const SHARES = [0.4, 0.26, 0.14, 0.14, 0.06];
const [WARD_1, WARD_2, WARD_3, WARD_4, WARD_5] = ['E00000001', 'E00000002', 'E00000003', 'E00000004', 'E00000005'];

function plan(numbers: Partial<PlannedNumbers> = {}, demand: Partial<DemandIndex> = {}): OptimalPlan {
  const made = planFromDemand(demandOf(SHARES, demand), { dwo: 16, pcso: 5, ...numbers });
  if (made.kind !== 'optimal') throw new Error('The plan of the cases should be possible.');
  return made;
}

const IN_FORCE: PublishedStanding = {
  ...{ kind: 'in force', id: '3', from: '2026-03-01', publishedOn: '2026-02-20' },
  ...{ alone: false, reason: null },
};
const NOT_RECKONED: StabilityKnown = { kind: 'not reckoned', because: 'How sure this is, is not reckoned yet.' };

function reckoned(ward: Partial<WardStability>, rest: Partial<Stability> = {}): StabilityKnown {
  const own = { code: WARD_2, shares: { 4: 1 }, ranks: {}, driver: null, direction: null, ...ward };
  const of = {
    samples: 10_000,
    seed: 1,
    samplingError: 0.013,
    within: null,
    components: ['deprivation', 'recorded-crime'],
    officers: 16,
    remarks: [],
  };
  return { kind: 'reckoned', stability: { ...of, wards: [own], ...rest } };
}

const party = (kind: Party['kind'], name: string, place: Partial<Party> = {}): Party => ({
  ...{ kind, name, borough: null, ward: null },
  ...place,
});
const PANEL = party('ward-panel', 'Ward 2 ward panel', { borough: 'E09000019', ward: WARD_2 });
const CAMDEN = party('council', 'Camden Council', { borough: 'E09000007' });
const ISLINGTON = party('council', 'Islington Council', { borough: 'E09000019' });

function decision(officersOfWard2: (number | null)[], invited: Party[] = [CAMDEN, ISLINGTON, PANEL]): Decision {
  const { stability } = reckoned({ shares: { 4: 0.9, 5: 0.1 } }) as { stability: Stability };
  return {
    review: {
      ...{ id: 1, number: '2026-1', name: 'Spring', question: 'What should count?', synthetic: false },
      ...{ opensOn: '2026-01-05', closesOn: '2026-02-01', invited },
    },
    proposals: officersOfWard2.map((dwo, place) => ({
      ...{ id: place + 1, title: place === 0 ? 'Camden Council' : `Party ${place + 1}` },
      ...{ party: place === 0 ? CAMDEN : party('partner', `Party ${place + 1}`), on: '2026-01-20' },
      ...{ weights: { 'recorded-crime': 1 }, bounds: null, comment: null },
      officers: dwo === null ? null : { [WARD_2]: dwo },
    })),
    ...{ chosen: 1, reasons: 'It follows need.', on: '2026-02-10', figures: 'as opened', revised: null },
    ...{ stability, stabilityWithin: null },
  };
}

const answered = (code: string, changed: Partial<AnswerRecords> = {}) =>
  answerForWard({
    ...{ code, plan: plan(), stability: NOT_RECKONED, decision: null, change: null, standing: IN_FORCE },
    ...changed,
  });

/** All that is said, point after point. */
const said = (code: string, changed: Partial<AnswerRecords> = {}): string =>
  answered(code, changed)
    .sentences.map(({ text }) => text)
    .join(' ');
const aloud = (code: string, changed: Partial<AnswerRecords> = {}): string => answered(code, changed).paragraph;

/** The part of an answer about one thing. */
const part = (about: string, code: string, changed: Partial<AnswerRecords> = {}): string | undefined =>
  answered(code, changed).sentences.find((each) => each.about === about)?.text;

const WHY_2 =
  'Officers are shared out by demand, and it has 26.0% of the demand in Central North, where an average ward has 20.0%. Demand is counted from recorded crime alone.';
const LAST_2 = 'Its last officer was the 5th of the 6 officers shared out above the two every ward has.';
const CHANGE_2 =
  'It would have a fifth officer if its demand were 25.6% higher. It is second in line for an officer. It would lose its fourth officer if its demand were 17.8% lower.';
const UNSURE = 'How sure this is, is not reckoned yet.';
const NOBODY_ASKED =
  'No consultation is on record for this plan. A second person approved it, and it was published on 20 February 2026.';

describe('every point of it', () => {
  test.each<[string, string, Partial<AnswerRecords>, string]>([
    [
      'at the floor, with none above it',
      WARD_5,
      {},
      `Ward 5 has 2 officers and 1 PCSO, the fewest any ward may have, under the plan in force since 1 March 2026. Officers are shared out by demand, and it has 6.0% of the demand in Central North, where an average ward has 20.0%. Demand is counted from recorded crime alone. It got none of the 6 officers shared out above the two every ward has. It would have a third officer if its demand were 3.0 times what it is. However little its demand, it keeps 2 officers: every ward has as many. ${UNSURE} ${NOBODY_ASKED}`,
    ],
    [
      'at the ceiling',
      WARD_1,
      { plan: plan({ dwo: 19 }) },
      `Ward 1 has 7 officers and 1 PCSO, the most officers any ward may have, under the plan in force since 1 March 2026. Officers are shared out by demand, and it has 40.0% of the demand in Central North, where an average ward has 20.0%. Demand is counted from recorded crime alone. Its last officer was the 7th of the 9 officers shared out above the two every ward has. More demand would give it no more officers: 7 is the most a ward may have. It would lose its seventh officer if its demand were 7.4% lower. ${UNSURE} ${NOBODY_ASKED}`,
    ],
    [
      'in between, consulted on, decided, and new',
      WARD_2,
      {
        stability: reckoned({ shares: { 3: 0.004, 4: 0.484, 5: 0.512 }, driver: 'recorded-crime', direction: 'more' }),
        decision: decision([4, 4, 5]),
        change: {
          kind: 'changed',
          before: { id: '2', from: '2025-03-01', withdrawn: true },
          sentences: [],
          wards: [{ code: WARD_2, because: 'Ward 2 has 4 officers instead of 3, because of the figures.' }],
        },
      },
      `Ward 2 has 4 officers and 1 PCSO, under the plan in force since 1 March 2026. ${WHY_2} ${LAST_2} ${CHANGE_2} Of 10,000 other weightings of the two parts that could count, 48% would give this ward 4 officers, 51% would give 5 and fewer than 1 in 100 would give any other. Its number goes most closely with the weight on recorded crime: the more that counts, the more officers. The Ward 2 ward panel, Camden Council and Islington Council were asked. Three proposals of weights were made, and the plan follows Camden Council’s, chosen on 10 February 2026. Of them, two would give this ward 4 officers and one 5. A second person approved it, and it was published on 20 February 2026. Compared with the plan before, in force from 1 March 2025, withdrawn since, Ward 2 has 4 officers instead of 3, because of the figures.`,
    ],
    [
      'with PCSOs shared out too, from made-up figures, of which some are missing',
      WARD_2,
      {
        plan: plan(
          { pcso: 8 },
          { synthetic: true, missing: [{ component: 'deprivation', weight: 0.104, reason: 'None is held.' }] },
        ),
        standing: { ...IN_FORCE, alone: true },
        change: { kind: 'first' },
      },
      `Ward 2 has 4 officers and 2 PCSOs, under the plan in force since 1 March 2026. The figures are made up. ${WHY_2} No figures are held for deprivation (10%), so the other parts count for more. Its last officer was the 5th of the 6 officers shared out above the two every ward has; its last PCSO was the 2nd of the 3 PCSOs shared out above the one every ward has. It would have a fifth officer if its demand were 25.6% higher, and a third PCSO if it were 53.8% higher. It is second in line for an officer. It would lose its fourth officer if its demand were 17.8% lower, and its second PCSO if it were 37.2% lower. ${UNSURE} No consultation is on record for this plan. Its author approved it alone, because nobody else could; it was published on 20 February 2026. It is the first plan published for these wards.`,
    ],
    [
      'only put forward',
      WARD_2,
      { standing: { kind: 'put forward', on: '2026-03-10', forEachWard: { dwo: 3, pcso: 1 }, next: null } },
      `No plan is in force on 10 March 2026, and nothing is adopted. What is put forward, to start from, is 3 officers and 1 PCSO a ward on average. Under that, Ward 2 would have 4 officers and 1 PCSO. ${WHY_2} Its last officer would be the 5th of the 6 officers shared out above the two every ward has. ${CHANGE_2} ${UNSURE} No consultation is on record for this plan.`,
    ],
    [
      'no longer in force',
      WARD_2,
      { standing: { ...IN_FORCE, kind: 'no longer in force' }, change: { kind: 'none before' } },
      `Under plan 3 of 1 March 2026, which is no longer in force, Ward 2 had 4 officers and 1 PCSO. Officers were shared out by demand, and it had 26.0% of the demand in Central North, where an average ward had 20.0%. Demand was counted from recorded crime alone. ${LAST_2.replace('has.', 'had.')} It would have had a fifth officer if its demand had been 25.6% higher. It would have lost its fourth officer if its demand had been 17.8% lower. ${UNSURE} ${NOBODY_ASKED} No plan was in force for these wards before it.`,
    ],
    [
      'with none left to share out',
      WARD_4,
      { plan: plan({ dwo: 10 }) },
      `Ward 4 has 2 officers and 1 PCSO, the fewest any ward may have, under the plan in force since 1 March 2026. Officers are shared out by demand, and it has 14.0% of the demand in Central North, where an average ward has 20.0%. Demand is counted from recorded crime alone. No officers are left to share out above the two every ward has. No demand would give it a third officer: no other ward has one to give. However little its demand, it keeps 2 officers: every ward has as many. ${UNSURE} ${NOBODY_ASKED}`,
    ],
  ])('%s', (_, code, changed, paragraph) => {
    expect(said(code, changed)).toBe(paragraph);
  });
});

const DEMAND_2 = 'It has 26.0% of the demand in Central North, where an average ward has 20.0%.';

describe('what is read out', () => {
  const lasted = 'Its last officer was the 5th of the 6 officers shared out above the two every ward has.';
  const gains = 'It would have a fifth officer if its demand were 25.6% higher.';
  const nobody = 'No consultation is on record for this plan, and a second person approved it.';
  const inForce = 'under the plan in force since 1 March 2026.';

  test.each<[string, string, Partial<AnswerRecords>, string]>([
    [
      'at the floor, with none above it',
      WARD_5,
      {},
      `Ward 5 has 2 officers and 1 PCSO, the fewest any ward may have, ${inForce} It has 6.0% of the demand in Central North, where an average ward has 20.0%. It got none of the 6 officers shared out above the two every ward has. It would have a third officer if its demand were 3.0 times what it is. ${UNSURE} ${nobody}`,
    ],
    [
      'in between, consulted on, where another number is commoner',
      WARD_2,
      {
        stability: reckoned({ shares: { 3: 0.004, 4: 0.484, 5: 0.512 }, driver: 'recorded-crime', direction: 'more' }),
        decision: decision([4, 4, 5]),
      },
      `Ward 2 has 4 officers and 1 PCSO, ${inForce} ${DEMAND_2} ${lasted} ${gains} Of 10,000 other weightings, 48% keep that number, and most would give it one more. The Ward 2 ward panel, Camden Council and Islington Council were asked, and a second person approved it.`,
    ],
    [
      'with PCSOs shared out too, from made-up figures, approved by its author',
      WARD_2,
      { plan: plan({ pcso: 8 }, { synthetic: true }), standing: { ...IN_FORCE, alone: true } },
      `Ward 2 has 4 officers and 2 PCSOs, ${inForce} The figures are made up. ${DEMAND_2} ${lasted} ${gains} ${UNSURE} No consultation is on record for this plan, and its author approved it alone, because nobody else could.`,
    ],
    [
      'only put forward',
      WARD_2,
      { standing: { kind: 'put forward', on: '2026-03-10', forEachWard: { dwo: 3, pcso: 1 }, next: null } },
      `No plan is in force on 10 March 2026, and nothing is adopted. Put forward to start from, Ward 2 would have 4 officers and 1 PCSO. ${DEMAND_2} ${lasted.replace('was', 'would be')} ${gains} ${UNSURE}`,
    ],
    [
      'only tried',
      WARD_2,
      { standing: { kind: 'tried' } },
      `Under the numbers tried, Ward 2 would have 4 officers and 1 PCSO. ${DEMAND_2} ${lasted.replace('was', 'would be')} ${gains} ${UNSURE}`,
    ],
    [
      'no longer in force',
      WARD_2,
      { standing: { ...IN_FORCE, kind: 'no longer in force' } },
      `Under plan 3 of 1 March 2026, which is no longer in force, Ward 2 had 4 officers and 1 PCSO. ${DEMAND_2.replaceAll('has', 'had')} ${lasted.replace('has.', 'had.')} It would have had a fifth officer if its demand had been 25.6% higher. ${UNSURE} ${nobody}`,
    ],
    [
      'with none left to share out',
      WARD_4,
      { plan: plan({ dwo: 10 }) },
      `Ward 4 has 2 officers and 1 PCSO, the fewest any ward may have, ${inForce} It has 14.0% of the demand in Central North, where an average ward has 20.0%. No officers are left to share out above the two every ward has. No demand would give it a third officer: no other ward has one to give. ${UNSURE} ${nobody}`,
    ],
  ])('%s', (_, code, changed, paragraph) => {
    expect(aloud(code, changed)).toBe(paragraph);
  });

  test.each<[Record<string, number>, string]>([
    [{ 4: 1 }, 'Of 10,000 other weightings, every one keeps that number.'],
    [{ 4: 0.996, 5: 0.004 }, 'Of 10,000 other weightings, more than 99 in 100 keep that number.'],
    [{ 4: 0.4, 3: 0.25, 5: 0.35 }, 'Of 10,000 other weightings, 40% keep that number.'],
    [
      { 4: 0.3, 2: 0.45, 5: 0.25 },
      'Of 10,000 other weightings, 30% keep that number, and more of them would give it two fewer.',
    ],
    [{ 5: 0.75, 3: 0.25 }, 'Of 10,000 other weightings, none keeps that number, and most would give it one more.'],
  ])('of weightings that give %j, the share that keeps its number and a commoner number', (shares, sentence) => {
    expect(aloud(WARD_2, { stability: reckoned({ shares }) })).toContain(` ${sentence} `);
  });

  test('of several parts, the one where its share is largest', () => {
    const two = plan();
    const used = two.used.flatMap((part) => [
      { ...part, weight: 0.6 },
      { ...part, component: 'robbery', title: 'Robbery', weight: 0.4 },
    ]);
    const wards = two.wards.map((ward) => ({ ...ward, components: { ...ward.components, robbery: 0.31 } }));
    expect(aloud(WARD_2, { plan: { ...two, used, wards } })).toContain(
      'where an average ward has 20.0%, and its share is largest in robbery (31.0%).',
    );
  });

  test('of many who were asked two are named, who speaks for the ward first, and the rest counted', () => {
    const invited = [...Array.from({ length: 6 }, (_, place) => party('partner', `Partner ${place + 1}`)), PANEL];
    expect(aloud(WARD_2, { decision: decision([4], invited) })).toMatch(
      /The Ward 2 ward panel, Partner 1 and five others were asked, and a second person approved it\.$/,
    );
  });

  test('an officer that a rule placed, and margins under side rules, are said in a sentence each', () => {
    const reason = "Ward 2 has its 3rd officer because of the rule 'protected wards'.";
    const ruled: OptimalPlan = {
      ...{ ...plan(), decidedBy: 'solver', review: 'Spring', nextInLine: [] },
      wards: plan().wards.map((ward) => ({ ...ward, awards: [{ rank: null, officers: 3, priority: 0.1, reason }] })),
    };
    expect(aloud(WARD_2, { plan: ruled })).toContain(
      'no turn among the 6 officers shared out above the two every ward has. How much more or less demand would change its officers is not reckoned under side rules.',
    );
  });
});

test('of a plan that was withdrawn nothing is told as if it stood', () => {
  const withdrawn = { ...IN_FORCE, kind: 'withdrawn', reason: 'Counted twice.' } as const;
  for (const [code, officers] of [
    [WARD_5, 16],
    [WARD_4, 10],
    [WARD_1, 19],
    [WARD_4, 19],
  ] as const) {
    const told = said(code, { standing: withdrawn, plan: plan({ dwo: officers }) });
    expect(
      told.replace('which is withdrawn', '').replace(UNSURE, '').replace('No consultation is on record', ''),
    ).not.toMatch(/\b(is|are|has|keeps|may|decides)\b/);
  }
  expect(said(WARD_5, { standing: withdrawn })).toContain(
    'However little its demand, it kept 2 officers: every ward had as many.',
  );
});

describe('how many', () => {
  test('a plan on its way, and one that was withdrawn, are told from one in force', () => {
    expect(part('how many', WARD_2, { standing: { ...IN_FORCE, kind: 'not yet in force' } })).toBe(
      'From 1 March 2026 Ward 2 will have 4 officers and 1 PCSO.',
    );
    const withdrawn = { ...IN_FORCE, kind: 'withdrawn', reason: 'two officers were counted twice' } as const;
    expect(part('how many', WARD_2, { standing: withdrawn })).toBe(
      'Under plan 3 of 1 March 2026, which is withdrawn, Ward 2 had 4 officers and 1 PCSO. The reason given: two officers were counted twice.',
    );
  });
});

test('a ward that got neither an officer nor a PCSO says so in one sentence', () => {
  expect(part('rank of the last officer', WARD_5, { plan: plan({ pcso: 8 }) })).toBe(
    'It got none of the 6 officers shared out above the two every ward has, and none of the 3 PCSOs shared out above the one every ward has.',
  );
});

describe('side rules', () => {
  const ruled = (changed: Partial<OptimalPlan> = {}): OptimalPlan => ({
    ...{ ...plan(), decidedBy: 'solver', review: 'Spring', nextInLine: [] },
    ...changed,
  });
  const withWard2 = (awards: OptimalPlan['wards'][number]['awards']) => ({
    wards: plan().wards.map((ward) => (ward.code === WARD_2 ? { ...ward, awards } : ward)),
  });

  test('margins are not reckoned, and what another number would take is said of the rules', () => {
    const binding: OptimalPlan['binding'] = [
      {
        ...{ rule: 'most-moves', of: 'officers', cost: 0.1, without: 0.2, sentence: 'It costs 0.1.' },
        wards: [{ code: WARD_2, dwo: 5 }],
      },
    ];
    expect(part('what would change it', WARD_2, { plan: ruled({ binding }) })).toBe(
      "Without the rule 'most moves' it would have 5 officers. How much more or less demand would change its officers is not reckoned under side rules.",
    );
    expect(part('rank of the last officer', WARD_2, { plan: ruled() })).toBe(
      'Its last officer was the 5th of the 6 officers shared out above the two every ward has, and side rules left it there.',
    );
  });

  test('an officer that a rule placed has no turn, and the rule is named', () => {
    const reason = "Ward 2 has its 3rd officer because of the rule 'protected wards'.";
    const awards = [{ rank: null, officers: 3, priority: 0.1, reason }];
    expect(part('rank of the last officer', WARD_2, { plan: ruled(withWard2(awards)) })).toBe(
      `Its last officer is there because of side rules, and has no turn among the 6 officers shared out above the two every ward has. ${reason}`,
    );
    const withPcsos = { ...withWard2(awards), officers: { dwo: 16, pcso: 8 } };
    expect(part('rank of the last officer', WARD_2, { plan: ruled(withPcsos) })).toContain(
      `${reason} It got none of the 3 PCSOs shared out`,
    );
  });
});

test('wards that are level say that their codes decide', () => {
  // The next officer goes to Ward 3, which is level with Ward 4 and comes first.
  const level = plan({ dwo: 19 });
  expect(level.wards.map(({ dwo }) => dwo)).toEqual([7, 5, 3, 2, 2]);
  expect(part('what would change it', WARD_3, { plan: level })).toContain(
    'It would lose its third officer if its demand were any lower.',
  );
  expect(part('what would change it', WARD_4, { plan: level })).toContain(
    'It would have a third officer if its demand were any higher.',
  );
  for (const code of [WARD_3, WARD_4])
    expect(part('what would change it', code, { plan: level })).toContain(
      'It is level with another ward, and the order of their codes decides.',
    );
  expect(part('what would change it', WARD_2, { plan: level })).not.toContain('level');
});

describe('how sure', () => {
  test.each<[Record<string, number>, string]>([
    [
      { 4: 1 },
      'Of 10,000 other weightings of the two parts that could count, every one would give this ward 4 officers; no weight in these samples changes its number.',
    ],
    [
      { 4: 0.996, 5: 0.004 },
      'Of 10,000 other weightings of the two parts that could count, more than 99 in 100 would give this ward 4 officers and fewer than 1 in 100 would give another number.',
    ],
    [
      { 4: 0.3, 3: 0.2, 5: 0.5 },
      'Of 10,000 other weightings of the two parts that could count, 30% would give this ward 4 officers, 50% would give 5 and 20% would give 3.',
    ],
    [
      { 3: 0.25, 5: 0.75 },
      'Of 10,000 other weightings of the two parts that could count, none would give this ward its 4 officers, 75% would give it 5 and 25% would give 3.',
    ],
    [
      { 5: 1 },
      'Of 10,000 other weightings of the two parts that could count, none would give this ward its 4 officers and all would give it 5; no weight in these samples changes its number.',
    ],
  ])('%j', (shares, sentence) => {
    expect(part('how sure', WARD_2, { stability: reckoned({ shares }) })).toBe(sentence);
  });

  test('of two weights that its number goes with about as closely, both are named', () => {
    const told = part('how sure', WARD_2, {
      stability: reckoned({
        ...{ shares: { 4: 0.7, 5: 0.3 }, driver: 'recorded-crime', direction: 'more' },
        runnerUp: { component: 'deprivation', direction: 'fewer' },
      }),
    });
    expect(told).toContain(
      'Its number goes about as closely with the weight on recorded crime (the more that counts, the more officers) as with the weight on deprivation (the more that counts, the fewer officers).',
    );
  });

  test('where one part alone counts, or bounds leave one weighting, there are no shares to tell', () => {
    expect(part('how sure', WARD_2, { stability: reckoned({}, { components: ['residents'], remarks: ['So.'] }) })).toBe(
      'Only one part of demand counts, so there are no other weightings to try. So.',
    );
    const within = [{ name: 'Camden Council', bounds: {} }];
    expect(part('how sure', WARD_2, { stability: reckoned({}, { within, samplingError: 0 }) })).toContain(
      'The only weighting within the bounds given by Camden Council would give this ward 4 officers',
    );
  });

  test('parts of demand are those that could count, where some of them count for nothing in the plan', () => {
    const told = part('how sure', WARD_2, { stability: reckoned({}, { components: ['recorded-crime', 'x', 'y'] }) });
    expect(told).toContain('Of 10,000 other weightings of the three parts that could count, every one');
  });

  test('bounds of the parties, what moves it, and what was left out are told', () => {
    const within = [{ name: 'Camden Council', bounds: {} }];
    const told = part('how sure', WARD_2, {
      stability: reckoned(
        { shares: { 4: 0.7, 5: 0.3 }, driver: 'recorded-crime', direction: 'fewer' },
        { within, samples: 500, remarks: ['Side rules were left out.'] },
      ),
    });
    expect(told).toBe(
      'Of 500 weightings within the bounds given by Camden Council, 70% would give this ward 4 officers and 30% would give 5. Its number goes most closely with the weight on recorded crime: the more that counts, the fewer officers. Side rules were left out.',
    );
  });

  test('a ward that it was not reckoned for says so', () => {
    expect(part('how sure', WARD_5, { stability: reckoned({}) })).toBe(
      'How sure its number is under other weightings is not on record.',
    );
  });
});

describe('who was consulted', () => {
  const asked = (given: Decision) => part('who was consulted', WARD_2, { decision: given }) ?? '';

  test('who speaks for the ward is named first, and of many the rest are counted', () => {
    const many = [...Array.from({ length: 6 }, (_, place) => party('partner', `Partner ${place + 1}`)), CAMDEN, PANEL];
    expect(asked(decision([4, 5], many))).toMatch(
      /^The Ward 2 ward panel, Camden Council, Partner 1, Partner 2 and four others were asked\./,
    );
  });

  test('all proposals alike, one alone, and one without a plan are worded', () => {
    expect(asked(decision([4, 4]))).toContain('All of them would give this ward 4 officers.');
    expect(asked(decision([4]))).toContain('One proposal of weights was made, and the plan follows Camden Council’s');
    expect(asked(decision([4]))).not.toContain('would give this ward');
    expect(asked(decision([4, null]))).toContain('Of them, one would give this ward 4 officers.');
    expect(asked(decision([4], []))).toContain('Nobody is on record as asked.');
  });
});

test('a ward that did not change since last time, and a plan that changed nothing, say so', () => {
  const change = {
    kind: 'changed',
    before: { id: '2', from: '2025-03-01', withdrawn: false },
    sentences: [],
    wards: [],
  } as const;
  expect(part('since last time', WARD_2, { change: { ...change, sentences: [], wards: [] } })).toBe(
    'This ward had the same numbers in the plan before, in force from 1 March 2025.',
  );
  expect(part('since last time', WARD_2, { change: { kind: 'nothing', because: 'It changed nothing.' } })).toBe(
    'It changed nothing.',
  );
});

test('a ward of no such code is the caller’s mistake', () => {
  expect(() => said('E09999999')).toThrow('no ward E09999999');
});
