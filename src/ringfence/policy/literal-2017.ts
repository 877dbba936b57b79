import type { PolicyInForce } from '../model.ts';
import { RULINGS_OF_2017, SETTINGS } from './parts-of-policies.ts';

/** What was said in January 2017, and nothing else: save for the exceptions, every absence is a breach. */
export const LITERAL_2017: PolicyInForce = {
  id: null,
  version: 0,
  inForceFrom: '2017-01-01',
  because: 'What the Mayor answered, word by word.',
  proposedBy: null,
  adoptedBy: null,
  adoptedAt: null,
  policy: {
    format: 'wardroom-ringfence-policy-1',
    title: 'The literal reading of 2017',
    source:
      'Mayor’s Question Time, “Neighbourhood Policing”, 18 January 2017: officers are not moved to other duties, save for Notting Hill Carnival and New Year’s Eve.',
    ...SETTINGS,
    rulings: RULINGS_OF_2017,
  },
};
