export { WINDOW_MONTHS } from './choose-window.ts';
export { findComponent } from './components.ts';
export { missingSentences, provenance } from './demand-lines.ts';
export type * from './model.ts';
export { namedComponents } from './named-components.ts';
export { parseAsAt } from './parse-as-at.ts';
export { parseWindow } from './parse-window.ts';
export { weighDemand } from './weigh-demand.ts';
export { WrongUsage } from './wrong-usage.ts';
