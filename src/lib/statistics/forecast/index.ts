export { forecastYear } from './forecast-year.ts';
export type * from './model.ts';
