export type * from './model.ts';
export { type AssuranceIcon, assuranceIcon, type VariationIcon, variationIcon } from './summary-icons.ts';
export { type XmrOptions, xmrChart } from './xmr-chart.ts';
