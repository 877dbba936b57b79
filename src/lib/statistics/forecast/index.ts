export { forecastYear, forecastYears } from './forecast-year.ts';
export type * from './model.ts';
