export { everyComponent, findComponent } from './components.ts';
export { indexDemand } from './index-demand.ts';
export type * from './model.ts';
export { checkWeights, parseWeights } from './parse-weights.ts';
export { parseWindow } from './parse-window.ts';
