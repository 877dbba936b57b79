import type {
  Charter,
  CharterShown,
  EvaluationResult,
  GuardResult,
  Look,
  MonthGap,
  OutcomeEstimate,
  OutcomeResult,
  State,
} from '../../src/evaluation/model.ts';
import { referenceAreas } from '../../src/geography/index.ts';
import { addMonths, type Month, monthRange } from '../../src/lib/calendar/month.ts';
import type { Method } from '../../src/lib/causal/index.ts';

const BOROUGHS = new Map(referenceAreas('boroughs-2022').map(({ code, name }) => [code, name]));
const CAMDEN = 'E09000007';
const ISLINGTON = 'E09000019';
const EAST = ['E09000002', 'E09000016', 'E09000026'] as const;
const CITY = 'E09000001';
const NEXT_TO = ['E09000003', 'E09000005', 'E09000012', 'E09000014', 'E09000033'];
const HASH = '5f'.repeat(32);
const GROUPS = { north: 'Camden and Islington', east: 'Barking and Dagenham, Havering and Redbridge' };
const START: Month = '2017-01';
const LOOKS: readonly Month[] = ['2017-03', '2017-06', '2017-09', '2017-12'];

const PARAGRAPH = `${GROUPS.north}, in the 12 months from January 2017, recorded far more robberies and thefts.`;

const named = (code: string) => ({ code, name: BOROUGHS.get(code) ?? code });

/** A charter of two groups, as the pathfinder's: made up, retrospective, of five outcomes and one for context. */
export function sampleCharter(changes: Partial<Charter> = {}): Charter {
  const outcome = (measure: string, role: Charter['outcomes'][number]['role']) =>
    ({ measure, role, scale: 'log', minimumEffectPercent: 5, harmBoundPercent: 10 }) as const;
  const group = (name: string, areas: readonly string[]) => ({ name, areas, start: START, transitionMonths: 0 });
  return {
    ...{ format: 'wardroom-charter-1', name: 'sample-2017', title: 'Is the merger working?', kind: 'retrospective' },
    ...{ unit: 'Central North', summary: 'Two groups of boroughs share one command each from January 2017.' },
    ...{ boundaryVersion: 'boroughs-2022', chosenBecause: 'They volunteered.', chosenForBeingHigh: [] },
    treated: [group(GROUPS.north, [CAMDEN, ISLINGTON]), group(GROUPS.east, EAST)],
    comparison: {
      ...{ from: 'all others', adjoining: 'kept', groups: 'all' },
      excluded: [{ area: CITY, because: 'It has a police force of its own.' }],
    },
    outcomes: [
      ...[outcome('robbery', 'primary'), outcome('theft-from-the-person', 'primary'), outcome('burglary', 'primary')],
      ...[outcome('violence-with-injury', 'guard'), outcome('all-crime', 'context')],
    ],
    noDetriment: [{ measure: 'survey-good-job', margin: 5 }],
    ...{ vintage: { policy: 'named', name: 'MPS March 2026' }, preFrom: '2013-01', end: '2017-12', estimator: 'sc' },
    looks: LOOKS,
    stopRule: { harmRate: 0.1, benefitRate: 0.05, meetWithinDays: 14 },
    benefits: [{ what: 'Fewer burglaries', measure: 'burglary', by: '2017-12' }],
    alternatives: ['Keep one command for each borough.'],
    reversal: 'Each borough has its own commander again within three months.',
    signatories: [
      { organisation: 'Camden Council', body: 'council', borough: CAMDEN },
      { organisation: 'Islington Council', body: 'council', borough: ISLINGTON },
      { organisation: 'Metropolitan Police', body: 'police', borough: null },
    ],
    breaks: [{ month: '2017-11', what: 'Recording of violence was changed.' }],
    ...{ sources: ['A report'], seed: 1, synthetic: false },
    ...changes,
  } as Charter;
}

/** A charter with how it stands. */
export function sampleCharterShown(changes: Partial<CharterShown> = {}): CharterShown {
  return {
    charter: sampleCharter(),
    ...{ hash: HASH, standing: 'retrospective', signatures: [], amendments: [] },
    ...changes,
  };
}

/** Gaps that wave before the start and lie at `after` per cent after it; the band is ±20 and ±8. */
export function sampleMonths(after: number): MonthGap[] {
  return monthRange('2015-01', '2017-12').map((month, at): MonthGap => {
    const wave = 6 * Math.sin(at * 1.7);
    return { month, percent: month < START ? wave : after + wave, half: [-8, 8], nine: [-20, 20] };
  });
}

/** What one estimator says. */
export function sampleEstimate(changes: Partial<OutcomeEstimate> = {}): OutcomeEstimate {
  const percent = changes.percent ?? 12;
  return {
    ...{ method: 'sc', adjoining: 'kept', refused: null, percent, perMonth: percent * 1.5, total: percent * 18 },
    interval: { low: percent - 9, high: percent + 11, level: 0.95 },
    ...{ pValue: 0.21, smallestP: 1 / 378, asMuch: { moved: 74, of: 351 } },
    weights: [
      { area: 'E09000014', weight: 0.46 },
      { area: 'E09000030', weight: 0.34 },
      { area: 'E09000025', weight: 0.2 },
    ],
    ...{ timeWeights: [], preRmspePercent: 6.2, medianPreRmspePercent: 7.9, dualityGap: 3e-11 },
    ...changes,
  };
}

/** An estimator that gave no number, with its reason. */
export function refusedEstimate(method: Method, adjoining: 'kept' | 'left out', refused: string): OutcomeEstimate {
  return {
    ...{ method, adjoining, refused, percent: null, perMonth: null, total: null, interval: null },
    ...{ pValue: null, smallestP: null, asMuch: null, weights: [], timeWeights: [] },
    ...{ preRmspePercent: null, medianPreRmspePercent: null, dualityGap: null },
  };
}

function looksAt(percent: number, states: readonly State[]): Look[] {
  return states.map((state, at) => ({
    ...{ month: LOOKS[at] ?? '2017-12', percent: Math.round(percent * (0.4 + 0.2 * at)), state },
    asMuch: state === 'harm boundary crossed' ? { moved: 0, of: 351 } : { moved: 90 + at, of: 351 },
    ...{ harmAt: 34 - 3 * at, benefitAt: at < 2 ? null : -18, rateFrom: 'lot', modelRate: null },
    because: `${state === 'cannot tell' ? 'Cannot tell' : 'So'}: made up for a test.`,
  }));
}

/** One outcome of one group, with all estimators both ways; crossed outcomes cross at the second look. */
export function sampleOutcome(changes: Partial<OutcomeResult> = {}, percent = 12): OutcomeResult {
  const crossed = changes.state === 'harm boundary crossed';
  const title = changes.title ?? 'Robbery';
  const estimates = (['kept', 'left out'] as const).flatMap((adjoining) =>
    (['did', 'sc', 'sdid'] as const).map((method, at) =>
      sampleEstimate({
        ...{ method, adjoining, percent: percent + at - (adjoining === 'kept' ? 0 : 2) },
        ...(crossed ? { pValue: 1 / 378, asMuch: { moved: 0, of: 351 } } : {}),
      }),
    ),
  );
  const primary = estimates.find(({ method }) => method === 'sc') ?? null;
  const last: State = changes.state ?? 'cannot tell';
  return {
    ...{ group: GROUPS.north, measure: 'robbery', title, role: 'primary', polarity: 'more is worse' },
    ...{ earlierAverage: 154, judged: { from: START, to: '2017-12', months: 12 }, estimates, primary },
    months: sampleMonths(percent),
    leaveOneOut: { low: percent - 4, high: percent + 5 },
    inTime: [
      { start: addMonths(START, -24), months: 12, percent: 2.1, pValue: 0.6 },
      { start: addMonths(START, -12), months: 12, percent: -3.4, pValue: 0.5 },
    ],
    ...{ conformalP: 0.08, adjustedP: 0.4, smallestSeen: { worse: 22, better: 18 }, expectedDriftPercent: null },
    looks: looksAt(percent, ['continue', crossed ? last : 'continue', crossed ? last : 'continue', last]),
    ...{ state: last, because: 'Made up for a test.' },
    sentences: [
      `In the 12 months from January 2017 ${title.toLowerCase()} was about ${percent}% above the comparison.`,
      'This does not show that the merger caused it.',
    ],
    ...changes,
  };
}

/** Whether a borough's service held. */
export function sampleGuard(changes: Partial<GuardResult> = {}): GuardResult {
  return {
    ...{ area: CAMDEN, areaName: 'Camden', measure: 'survey-good-job', title: 'Police do a good job', state: 'held' },
    ...{ change: 1.2, interval: { low: -2.1, high: 4.5, level: 0.95 } },
    because: 'The worst of its range, 2.1 points lower, is within the margin of 5 points.',
    ...changes,
  };
}

/** A whole evaluation of two groups: harm on two outcomes of the first, an estimator that refused, and guards. */
export function sampleEvaluation(changes: Partial<EvaluationResult> = {}): EvaluationResult {
  const { charter, ...shown } = sampleCharterShown();
  const harm: State = 'harm boundary crossed';
  const poor =
    'It fits the months before the start too poorly to be believed: 31% off, where half of the others are 8%.';
  const east = { group: GROUPS.east };
  const violence = { measure: 'violence-with-injury', title: 'Violence with injury', role: 'guard' } as const;
  const all = { measure: 'all-crime', title: 'All recorded crime', role: 'context', adjustedP: null } as const;
  const theft = { measure: 'theft-from-the-person', title: 'Theft from the person' };
  const burglary = { measure: 'burglary', title: 'Burglary' };
  const withRefusal = sampleOutcome({ ...east, ...theft, earlierAverage: 61 }, -6);
  const donors = [...BOROUGHS.keys()].filter((code) => ![CAMDEN, ISLINGTON, CITY, ...EAST].includes(code));
  return {
    charter: { ...shown, name: charter.name, title: charter.title },
    ...{ kind: charter.kind, synthetic: charter.synthetic },
    figures: { vintage: 'MPS March 2026', files: ['MPS Borough Level Crime.csv'], from: '2013-01', to: '2017-12' },
    groups: [
      { name: GROUPS.north, areas: [CAMDEN, ISLINGTON].map(named), start: START, paragraph: PARAGRAPH },
      { name: GROUPS.east, areas: EAST.map(named), start: START, paragraph: `${GROUPS.east}: we cannot tell.` },
    ],
    donors: donors.map((code) => ({ ...named(code), adjoining: NEXT_TO.includes(code) })),
    excluded: [{ ...named(CITY), because: 'It has a police force of its own.' }],
    outcomes: [
      ...[sampleOutcome({ state: harm }, 72), sampleOutcome({ ...theft, earlierAverage: 541, state: harm }, 81)],
      ...[sampleOutcome({ ...burglary, earlierAverage: 429 }, 4), sampleOutcome({ ...violence }, 2)],
      sampleOutcome({ ...all, earlierAverage: 4580 }, 14),
      ...[sampleOutcome({ ...east, earlierAverage: 140 }, 9)],
      {
        ...withRefusal,
        ...{ primary: null, months: [], looks: [], leaveOneOut: null, inTime: [], conformalP: null, adjustedP: null },
        estimates: withRefusal.estimates.map(({ method, adjoining }) => refusedEstimate(method, adjoining, poor)),
        sentences: [poor],
      },
      ...[
        sampleOutcome({ ...east, ...burglary, state: 'benefit shown' }, -24),
        sampleOutcome({ ...east, ...violence }, 3),
      ],
      sampleOutcome({ ...east, ...all }, 1),
    ],
    guards: [
      sampleGuard(),
      sampleGuard({ area: ISLINGTON, areaName: 'Islington', state: 'no figures', change: null, interval: null }),
    ],
    displacement: [
      {
        ...{ group: GROUPS.north, measure: 'robbery', title: 'Robbery', difference: 96 },
        ...{ percent: 12, interval: { low: 31, high: 160, level: 0.95 }, pValue: 0.03, groups: 69 },
        neighbours: NEXT_TO.map((code) => named(code).name),
        nearby: { difference: 14, percent: 3, interval: { low: -40, high: 71, level: 0.95 }, pValue: 0.6 },
        published: { low: 60, high: 132 },
        because: 'Neighbours did not fall while the pilot rose, so it did not come from next door.',
      },
    ],
    dose: [],
    state: harm,
    paragraph: `${PARAGRAPH} ${GROUPS.east}: we cannot tell.`,
    remarks: ['Response times and confidence are not in this file.'],
    versions: { wardroom: '0.7.0', node: '22.0.0', seed: charter.seed },
    ...changes,
  };
}
