export { boroughsOn } from './boroughs-on.ts';
export { constablesAboveFloor } from './constables-above-floor.ts';
export type * from './model.ts';
export { CENTRAL_NORTH, ISLINGTON_BUDGETED_WORKFORCE, ISLINGTON_NAMED_POSTS } from './reference/central-north.ts';
