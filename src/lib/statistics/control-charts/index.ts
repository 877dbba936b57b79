export { DESIGNED_CHANCE, type FalseAlarms, falseAlarms } from './false-alarms.ts';
export { lagOneAutocorrelation } from './lag-one-autocorrelation.ts';
export type * from './model.ts';
export { gChartLines, geometricLimits, tChartLines } from './rare-events.ts';
export { type RareFalseAlarms, rareFalseAlarms } from './rare-false-alarms.ts';
export { type AssuranceIcon, assuranceIcon, type VariationIcon, variationIcon } from './summary-icons.ts';
export { type Rate, uChartLines } from './u-chart.ts';
export { judgeStretch, type XmrOptions, xmrChart } from './xmr-chart.ts';
export { limitsAround, xmrLimits } from './xmr-limits.ts';
