import { OUTCOME_OFFENCES } from '../../measures/index.ts';
import { countIn } from '../figures/count-in.ts';
import type { ComparisonRow, MonthlyFigures } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';
import type { Built } from './built.ts';
import type { ChargesOfOffence, ChargesSection } from './model.ts';
import { figuresOf, type ServiceFigures, sayNoFile, sayVintagesApart } from './service-figures.ts';

/** Measure of the crimes of an offence charged; its denominator's name ends in "-recorded". */
export const chargesMeasure = (offence: string): string => `charges-${offence}`;

/**
 * How many crimes of every offence were charged, beside how many were recorded in the same months.
 * @param compared the counts charged, compared by both tests; one for each offence
 */
export function charges(
  held: ServiceFigures,
  periods: Periods,
  compared: readonly ComparisonRow[],
): Built<ChargesSection> {
  const used: MonthlyFigures[] = [];
  const offences = OUTCOME_OFFENCES.flatMap(({ slug, title }): ChargesOfOffence[] => {
    const charged = compared.find(({ measureName }) => measureName === chargesMeasure(slug));
    const of = figuresOf(held, chargesMeasure(slug));
    const recorded = figuresOf(held, `${chargesMeasure(slug)}-recorded`);
    if (charged === undefined || of === null || recorded === null) return [];
    const [current, previous] = [countIn(recorded, periods.current), countIn(recorded, periods.previous)];
    if (charged.missing !== null || current === null || previous === null) return [];
    used.push(of, recorded);
    return [
      {
        ...{ offence: slug, title, charged, recorded: { current, previous } },
        per100: { current: per100(charged.current, current), previous: per100(charged.previous, previous) },
      },
    ];
  });
  const missing = compared.find((row) => row.vintage !== null && row.missing !== null)?.missing;
  if (offences.length === 0) return { because: missing ?? sayNoFile(held.area, 'charges by offence') };
  const apart = sayVintagesApart(used);
  return apart === null ? { section: { kind: 'charges', offences }, used } : { because: apart };
}

const per100 = (charged: number | null, recorded: number): number | null =>
  charged === null || recorded === 0 ? null : (charged / recorded) * 100;
