import { OUTCOME_OFFENCES, OUTCOME_TYPES } from '../../measures/index.ts';
import type { Periods } from '../periods/previous-period.ts';
import type { Built } from './built.ts';
import type { OutcomesOfOffence, OutcomesSection } from './model.ts';
import { combineMonths, type PeriodMonths, periodTotals } from './period-months.ts';
import { figuresOf, monthsHeld, type ServiceFigures, sayNoFile } from './service-figures.ts';
import { shareChange } from './share-change.ts';

const WHAT = 'outcomes by offence';

/** What became of the crimes of every offence there are figures of; no type of outcome is favoured. */
export function outcomes(held: ServiceFigures, periods: Periods, least: number): Built<OutcomesSection> {
  const offences = OUTCOME_OFFENCES.filter(({ slug }) => figuresOf(held, `crime-outcomes-${slug}-recorded`) !== null);
  if (offences.length === 0) return { because: sayNoFile(held.area, WHAT) };
  const found = offences.map((offence) => {
    const measures = ['recorded', ...OUTCOME_TYPES.map(({ slug }) => slug)].map(
      (part) => `crime-outcomes-${offence.slug}-${part}`,
    );
    return { offence, held: monthsHeld(held, { measures, periods, what: WHAT }) };
  });
  const used = found.flatMap((each) => ('because' in each.held ? [] : each.held.used));
  const shown = found.flatMap((each) =>
    'because' in each.held ? [] : outcomesOf(each.offence, each.held.months, least),
  );
  const [lacking] = found.flatMap((each) => ('because' in each.held ? each.held : []));
  if (shown.length === 0 && lacking !== undefined) return lacking;
  return { section: { kind: 'outcomes', offences: shown }, used };
}

/** @param months of the crimes recorded, then of every type in order */
function outcomesOf(
  { slug, title }: (typeof OUTCOME_OFFENCES)[number],
  [recorded, ...types]: readonly PeriodMonths[],
  least: number,
): OutcomesOfOffence {
  if (recorded === undefined) throw new RangeError('outcomes are of the crimes recorded');
  const none = combineMonths([
    { months: recorded, sign: 1 },
    ...types.map((months) => ({ months, sign: -1 as const })),
  ]);
  const rows = [...OUTCOME_TYPES.map((type, at) => ({ ...type, months: types[at] })), { ...NONE_YET, months: none }];
  return {
    ...{ offence: slug, title, recorded: periodTotals(recorded) },
    outcomes: rows.flatMap((row) =>
      row.months === undefined
        ? []
        : { type: row.slug, title: row.title, change: shareChange(row.months, recorded, least) },
    ),
  };
}

const NONE_YET = { slug: 'none-yet', title: 'No outcome yet' };
