import type { Charter } from '../../src/evaluation/model.ts';
import type { Month } from '../../src/lib/calendar/month.ts';
import type { CategorySeries } from '../../src/measures/index.ts';
import { CHARTER } from './charter-samples.ts';

const AREAS = Array.from({ length: 8 }, (_, at) => `E090000${10 + at}`);
const [OWN = '', ...OTHERS] = AREAS;
/** A retrospective charter of one borough of eight. */
export const LOOKED_BACK: Charter = {
  ...{ ...CHARTER, name: 'looked-back-2019', kind: 'retrospective', preFrom: '2017-04', end: '2021-03', benefits: [] },
  treated: [{ name: 'One borough', areas: [OWN], start: '2020-04', transitionMonths: 0 }],
  comparison: { ...CHARTER.comparison, from: OTHERS, excluded: [] },
  noDetriment: [{ measure: 'survey-good-job', margin: 5 }],
  outcomes: [
    { measure: 'personal-robbery', role: 'primary', scale: 'log', minimumEffectPercent: 10, harmBoundPercent: 10 },
  ],
  ...{ estimator: 'did', looks: ['2020-09', '2021-03'] },
};

/** About 200 a month that wave in every borough's own way; half as many again in the treated one from April 2020 on. */
export const lookedBackFigures = (times: number): CategorySeries[] =>
  AREAS.map((areaCode, place) => ({
    ...{ category: 'mps/robbery/robbery-of-personal-property', areaCode, boundaryVersion: 'boroughs-2022' },
    ...{ publisher: 'mps', firstMonth: '2017-04' as Month },
    values: Array.from({ length: 48 }, (_, at) => {
      const usual = 200 + 10 * place + 12 * Math.sin(at * 0.9 + place * 2.1) + 7 * Math.cos(at * (1.3 + 0.1 * place));
      return Math.round(usual * (place === 0 && at >= 36 ? times : 1));
    }),
  }));
