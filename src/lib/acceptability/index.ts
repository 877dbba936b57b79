export { type Acceptability, type AcceptabilityQuestion, acceptability } from './acceptability.ts';
export { onlyOneWeighting } from './only-one-weighting.ts';
export { samplingError } from './sampling-error.ts';
export { type Bounds, drawInBounds } from './weight-region.ts';
