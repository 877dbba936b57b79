import type { Month } from '../../lib/calendar/month.ts';
import { monthRange } from '../../lib/calendar/month.ts';
import { findMeasure } from '../../measures/index.ts';
import { heldVintages } from '../../measures/service.ts';
import { monthlyFigures } from '../../performance/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { DOSE } from '../dose/dose-response.ts';
import type { Charter } from '../model.ts';
import type { AreaFigures, EvaluatedArea } from '../panel/model.ts';
import type { EvaluationInput } from './model.ts';

/** Figures of a charter as they are given out to who asks, or one sentence why there are none. */
export type FiguresRead =
  | { kind: 'figures'; figures: AreaFigures[]; guardFigures: AreaFigures[]; source: EvaluationInput['source'] }
  | { kind: 'refused'; because: string };

/**
 * Reads the monthly figures of a charter's outcomes, of what their rates are made by, and of its service measures, for every
 * area of its boundary version, from the vintage that its policy names.
 */
export const figuresOfCharter = published(
  'evaluation.figures-of-charter',
  async (platform: Platform, charter: Charter, areas: readonly EvaluatedArea[]): Promise<FiguresRead> => {
    const outcomes = charter.outcomes.map(({ measure }) => measure);
    const unknown = [...outcomes, ...charter.noDetriment.map(({ measure }) => measure)].find(
      (name) => findMeasure(name) === null,
    );
    if (unknown !== undefined) {
      const because = `There is no measure "${unknown}", which the charter names: "wardroom measure list" has the names.`;
      return { kind: 'refused', because };
    }
    const { boundaryVersion, vintage, preFrom, end } = charter;
    const places = areas.map(({ code, name }) => ({
      ...({ word: code, name, kind: 'borough', boundaryVersion } as const),
      ...{ areaCodes: [code], boroughCode: null, boroughName: null },
    }));
    const months = monthRange(preFrom, end);
    const read = async (measures: readonly string[], named: string | null) =>
      monthlyFigures(platform, { measures: [...new Set(measures)], areas: places, vintage: named, months });
    const named = vintage.policy === 'named' ? vintage.name : null;
    const held = await read(outcomes, named);
    if (held.length === 0) {
      const areaCodes = areas.map(({ code }) => code);
      const vintages = await heldVintages(platform.records, { areaCodes, boundaryVersion });
      return {
        kind: 'refused',
        because: sayNothingHeld(
          charter,
          vintages.map((each) => each.vintage),
        ),
      };
    }
    const bases = charter.outcomes.flatMap(({ measure, scale }) =>
      scale === 'rate' ? (findMeasure(measure)?.denominator ?? []) : [],
    );
    // Residents and service measures come with other publications than the outcomes.
    const rest = await read(bases, null);
    const service = charter.noDetriment.flatMap(({ measure }) => [
      measure,
      findMeasure(measure)?.denominator ?? measure,
    ]);
    const guards = await read([...service, DOSE.part, DOSE.whole], null);
    return {
      kind: 'figures',
      figures: [...held, ...rest].map(areaFigures),
      guardFigures: guards.map(areaFigures),
      source: {
        vintage: sorted(held.map((each) => each.vintage)).join(' and '),
        files: sorted([...held, ...rest, ...guards].flatMap((each) => each.files)),
        synthetic: [...held, ...guards].some((each) => each.synthetic),
      },
    };
  },
);

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].toSorted();

function areaFigures(figures: {
  measure: string;
  area: { word: string };
  firstMonth: Month;
  values: readonly (number | null)[];
  hidden?: readonly Month[];
}): AreaFigures {
  const { measure, area, firstMonth, values, hidden } = figures;
  return { measure, area: area.word, firstMonth, values, ...(hidden === undefined ? {} : { hidden }) };
}

const WHERE =
  'import the files "MPS Borough Level Crime" (Historical and most recent 24 months) of the London Datastore, https://data.london.gov.uk/dataset/recorded_crime_summary, with "wardroom import FILE…", or evaluate straight from them with --from FILE…';

function sayNothingHeld({ vintage }: Charter, held: readonly string[]): string {
  if (vintage.policy === 'named' && held.length > 0) {
    return `The charter is evaluated on the vintage "${vintage.name}", which is not held: held are ${held.map((name) => `"${name}"`).join(', ')}.`;
  }
  return `No figures of the charter's outcomes are held: ${WHERE}.`;
}
