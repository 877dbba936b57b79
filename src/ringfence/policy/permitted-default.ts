import type { PolicyInForce } from '../model.ts';
import { RULINGS_OF_2017, SETTINGS } from './parts-of-policies.ts';

/** In force in every unit from 2017 until it adopts another: what the job cannot do without is permitted. */
export const PERMITTED_DEFAULT: PolicyInForce = {
  id: null,
  version: 0,
  inForceFrom: '2017-01-01',
  because: 'Shipped with Wardroom, and in force until the unit adopts a policy of its own.',
  proposedBy: null,
  adoptedBy: null,
  adoptedAt: null,
  policy: {
    format: 'wardroom-ringfence-policy-1',
    title: 'Training and own-case court permitted',
    source:
      'Mayor’s Question Time, “Neighbourhood Policing”, 18 January 2017, for the ring-fence and its exceptions; that training, court for an officer’s own case, Federation or union duty and occupational health are permitted is Wardroom’s own default.',
    ...SETTINGS,
    rulings: {
      ...RULINGS_OF_2017,
      training: 'permitted',
      'court-own-case': 'permitted',
      union: 'permitted',
      'occupational-health': 'permitted',
    },
  },
};
