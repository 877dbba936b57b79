import type { MonthlyFigures } from '../model.ts';
import type { Lacking } from './model.ts';

/** A section with the figures it was made of, or why there is none. */
export type Built<Section> = { section: Section; used: readonly MonthlyFigures[] } | Pick<Lacking, 'because'>;
