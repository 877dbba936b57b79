import { MPS_BOROUGH, MPS_WARD } from './mps/mps-sources.ts';
import type { TextSource } from './text-source.ts';

/** Every kind of text file that is read whole; a file is of the first kind that knows it. */
export const TEXT_SOURCES: readonly TextSource[] = [MPS_WARD, MPS_BOROUGH];
