import type { OptimalPlan } from '../../src/allocation/index.ts';
import { planFromDemand } from '../../src/allocation/plan-from-demand.ts';
import type { DemandIndex } from '../../src/demand/index.ts';
import type { UnitPageModel, WardInView, WardPageModel } from '../../src/desk/view-models.ts';
import { boundarySet, hexPlaces, referenceAreas } from '../../src/geography/index.ts';
import { addMonths } from '../../src/lib/calendar/month.ts';
import { findMeasure, type Measure, type Series } from '../../src/measures/index.ts';

const AS_AT = '2026-03-01';

/** Shares of demand in hundredths of a per cent, in the order of ward codes; of the size real ones have. */
const SHARES = [
  167, 619, 139, 379, 160, 73, 239, 118, 238, 208, 539, 112, 208, 304, 384, 197, 348, 300, 216, 215, 243, 259, 348, 290,
  224, 311, 482, 221, 259, 223, 334, 352, 257, 281, 261, 273, 219,
];

const unit = { name: 'Central North', boroughs: ['Camden', 'Islington'] };

/** The unit's wards from May 2022, with their hexagons. */
export function wardsInView(): WardInView[] {
  const places = new Map((hexPlaces('wards-2022') ?? []).map((place) => [place.code, place]));
  return referenceAreas('wards-2022').map(({ code, name, boroughName }) => ({
    code,
    name,
    borough: boroughName ?? '',
    place: places.get(code) ?? null,
  }));
}

/** A number from 0 to 1 that depends only on its seed. */
function noise(seed: number): number {
  const wave = Math.sin(seed * 12.9898) * 43758.5453;
  return wave - Math.floor(wave);
}

const COMPONENTS = [
  ['recorded-crime', 'Recorded crime', 0.35],
  ['violence-and-robbery', 'Violence and robbery', 0.2],
  ['violence-against-women-and-girls', 'Violence against women and girls', 0.15],
  ['residents', 'Residents', 0.15],
  ['deprivation', 'Deprivation', 0.15],
] as const;

/** The mean of an average ward in the year to February 2026. */
export const averageInView = (mean: number) => ({ mean, year: { from: '2025-03', to: '2026-02' } as const });

function demandIndex(synthetic: boolean): DemandIndex {
  const total = SHARES.reduce((sum, share) => sum + share, 0);
  return {
    kind: 'index',
    unit: unit.name,
    asAt: AS_AT,
    boundaryVersion: 'wards-2022',
    window: { from: '2025-03', to: '2026-02', months: 12 },
    weights: {
      name: 'Police draft',
      version: '2026-1',
      weights: Object.fromEntries(COMPONENTS.map(([name, , weight]) => [name, weight])),
    },
    used: COMPONENTS.map(([component, title, weight]) => ({
      component,
      title,
      measure: component,
      weight,
      vintage: '2026-03',
      synthetic,
      backCast: false,
      origins: synthetic ? ['Made up for the demonstration.'] : ['Published by ward.'],
      files: ['MPS Ward Level Crime (most recent 24 months).csv'],
      total: 74_112,
    })),
    missing: [
      {
        component: 'anti-social-behaviour',
        weight: 0.1,
        reason: 'Anti-social behaviour has no figures for March 2025 to February 2026: no ward series is held.',
      },
    ],
    synthetic,
    wards: wardsInView().map(({ code, name, borough }, index) => {
      const demandShare = (SHARES[index] ?? 0) / total;
      const components = COMPONENTS.map(([component], part) => [
        component,
        demandShare * (0.6 + 0.8 * noise(index * 7 + part)),
      ]);
      return { code, name, borough, demandShare, components: Object.fromEntries(components), figures: {} };
    }),
  };
}

/** A plan of 118 dedicated ward officers and 48 PCSOs. */
export function planInView(synthetic = true): OptimalPlan {
  const plan = planFromDemand(demandIndex(synthetic), { dwo: 118, pcso: 48 });
  if (plan.kind !== 'optimal') throw new Error('The plan of the fixtures should be possible.');
  return plan;
}

/**
 * The same plan with 35 sergeants, of whom two lead two wards each (Belsize and Bloomsbury, Arsenal and Barnsbury), under
 * two side rules, of which one binds.
 */
export function fullPlanInView(synthetic = true): OptimalPlan {
  const plan = planInView(synthetic);
  const named = (name: string) => {
    const ward = plan.wards.find((each) => each.name === name);
    if (ward === undefined) throw new Error(`There is no ward ${name}.`);
    return ward;
  };
  const pairs = [
    [named('Belsize'), named('Bloomsbury')],
    [named('Arsenal'), named('Barnsbury')],
  ];
  const shared = new Set(pairs.flat().map(({ code }) => code));
  const alone = plan.wards.filter(({ code }) => !shared.has(code)).map((ward) => [ward]);
  const sideRule = (name: string, sentence: string) => ({
    ...{ name, sentence, from: null },
    source: 'Rules file “Spring”.',
  });
  return {
    ...plan,
    decidedBy: 'solver',
    review: 'Spring',
    nextInLine: [],
    rules: [
      ...plan.rules,
      sideRule('most-moves', 'At most 2 officers change ward, against the numbers in the rules file.'),
      sideRule('most-lost', 'No ward loses more than 1 officer, against the numbers in the rules file.'),
    ],
    sergeants: [...pairs, ...alone].map((wards) => ({
      wards: wards.map(({ code }) => code),
      names: wards.map(({ name }) => name),
      tier:
        wards.length > 1 ? 'Standard' : wards.some(({ demandShare }) => demandShare > 1.25 / 37) ? 'High' : 'Medium',
      demandShare: wards.reduce((sum, { demandShare }) => sum + demandShare, 0),
    })),
    binding: [
      {
        rule: 'most-moves',
        of: 'officers',
        cost: 0.0001,
        without: 0.012,
        sentence: "The rule 'most moves' costs 0.8%: without it demand for each officer would be so much lower.",
        wards: [{ code: named('Kilburn').code, dwo: 4 }],
      },
    ],
    current: { source: 'the numbers in the rules file', officers: { [named('Kilburn').code]: 5 } },
  };
}

export function measureInView(name: string): Measure {
  const measure = findMeasure(name);
  if (measure === null) throw new Error(`The catalogue has no measure ${name}.`);
  return measure;
}

/** A monthly series about a level, in which winters are lower; 24 months to February 2026, published, unless told. */
export function seriesInView(measure: string, areaCode: string, level: number, changed: Partial<Series> = {}): Series {
  const series: Series = {
    measure,
    areaCode,
    boundaryVersion: 'wards-2022',
    vintage: '2026-03',
    synthetic: false,
    files: ['MPS Ward Level Crime (most recent 24 months).csv'],
    firstMonth: '2024-03',
    values: Array.from({ length: 24 }, (_, month) =>
      Math.round(level * (0.85 + 0.1 * Math.sin(month / 2) + 0.4 * noise(month * 3 + level + areaCode.charCodeAt(8)))),
    ),
    doubtful: [],
    backCast: false,
    origins: [],
    convertedFrom: null,
    ...changed,
  };
  return changed.origins ? series : { ...series, origins: originsInView(series) };
}

/** As the wards of May 2022 have them: what is before was counted anew. */
function originsInView({ values, firstMonth, synthetic }: Series): Series['origins'] {
  return values.map((value, at) => {
    if (value === null) return null;
    return synthetic ? 'made up' : addMonths(firstMonth, at) < '2022-05' ? 'published, back-cast' : 'published';
  });
}

const common = {
  unit,
  asAt: AS_AT,
  dayAsked: false,
  figuresTo: '2026-02' as const,
  boundaries: boundarySet('wards-2022'),
};

const MEASURES = ['recorded-crime', 'violence-and-robbery', 'personal-robbery', 'residential-burglary', 'homicide'];

/** The unit's page with officers shown, every figure made up. */
export function unitPageModel(changed: Partial<UnitPageModel> = {}): UnitPageModel {
  return {
    ...common,
    wards: wardsInView(),
    plan: { plan: planInView(), from: AS_AT, decision: null },
    shown: { kind: 'officers' },
    measures: MEASURES.map(measureInView),
    boundariesAddress: null,
    here: { report: null, before: null },
    ...changed,
  };
}

/** Recorded crime of every ward, about as much as their demand. */
export function crimeOfEveryWard(): Series[] {
  return wardsInView().map(({ code }, index) => seriesInView('recorded-crime', code, SHARES[index] ?? 0));
}

/** A ward's page, by name, every figure of the plan made up. */
export function wardPageModel(name = 'St Pancras & Somers Town', changed: Partial<WardPageModel> = {}): WardPageModel {
  const wards = wardsInView();
  const ward = wards.find((each) => each.name === name);
  if (ward === undefined) throw new Error(`There is no ward ${name}.`);
  const long = Array.from({ length: 192 }, (_, month) =>
    month > 150 && month < 154 ? null : Math.round(9 + 5 * Math.sin(month / 11) + 8 * noise(month)),
  );
  return {
    ...common,
    wards,
    ward,
    plan: { plan: planInView(), from: AS_AT, decision: null },
    series: [
      {
        measure: measureInView('recorded-crime'),
        series: seriesInView('recorded-crime', ward.code, 140),
        averageWard: averageInView(1650),
      },
      {
        measure: measureInView('violence-and-robbery'),
        series: seriesInView('violence-and-robbery', ward.code, 31),
        averageWard: averageInView(330),
      },
      {
        measure: measureInView('residential-burglary'),
        series: seriesInView('residential-burglary', ward.code, 0, {
          firstMonth: '2010-03',
          values: long,
          backCast: true,
        }),
        averageWard: null,
      },
      {
        measure: measureInView('homicide'),
        series: seriesInView('homicide', ward.code, 0, {
          values: Array.from({ length: 24 }, (_, month) => (month === 9 ? 1 : 0)),
        }),
        averageWard: averageInView(0.4),
      },
      {
        measure: measureInView('violence-against-women-and-girls'),
        series: seriesInView('violence-against-women-and-girls', ward.code, 22, { synthetic: true, files: [] }),
        averageWard: averageInView(240),
      },
    ],
    others: [],
    chosen: null,
    here: { months: [], borough: null, wardYear: null, before: null },
    pilots: [],
    ...changed,
  };
}
