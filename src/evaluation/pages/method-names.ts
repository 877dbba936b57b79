import type { Method } from '../../lib/causal/index.ts';

/** Estimators in the order in which they stand side by side, by the names readers may look up. */
export const METHOD_NAMES: Readonly<Record<Method, string>> = {
  did: 'Difference in differences',
  sc: 'Synthetic control',
  sdid: 'Synthetic difference in differences',
  difp: 'Synthetic control allowing a fixed difference',
};

/** Always shown, whichever of them decides. */
export const SIDE_BY_SIDE: readonly Method[] = ['did', 'sc', 'sdid'];
