import { afterAll } from 'vitest';
import { tidyings } from './after-each-file.ts';

// Registered first and so called last, after the file's own hooks.
afterAll(async () => {
  for (const tidy of tidyings()) await tidy();
});
