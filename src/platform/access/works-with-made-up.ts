import type { Principal } from './model.ts';

/** Made-up people of the demonstration work with made-up rows, and real people with real ones. */
export const worksWithMadeUp = ({ principal }: { principal: Principal }): boolean =>
  principal.kind === 'person' && principal.demonstration;
