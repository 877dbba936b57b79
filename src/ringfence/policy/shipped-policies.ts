import type { PolicyInForce } from '../model.ts';
import { LITERAL_2017 } from './literal-2017.ts';
import { PERMITTED_DEFAULT } from './permitted-default.ts';

/** The policies that Wardroom ships, by name: the first is read beside every other, the second is in force by default. */
export const SHIPPED_POLICIES = {
  'literal-2017': LITERAL_2017,
  'permitted-default': PERMITTED_DEFAULT,
} as const satisfies Record<string, PolicyInForce>;
