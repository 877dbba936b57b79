import { may, published, within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PolicyInForce } from '../model.ts';
import { type KeptPolicy, readPolicies } from './policy-store.ts';

/** Policies of a unit, in the order they were proposed: the public sees those adopted, who reads duties there all of them. */
export const policiesOf = published(
  'ringfence.policies-of',
  (platform: Platform, unit: string): Promise<KeptPolicy[]> =>
    platform.records.transaction().execute((trx) => readPolicies(trx, unit)),
);

/** The adopted policies of a unit, in the order they were proposed: what policyOn asks for. */
export const policyTimeline = within(
  'ringfence.policy-timeline',
  async (trx: Records, unit: string): Promise<PolicyInForce[]> =>
    (await readPolicies(trx, unit)).filter(({ adoptedAt }) => adoptedAt !== null),
);

/** Whether who asks may propose, adopt and decline policies of a unit. */
export const mayDecideAt = published('ringfence.may-decide-at', (platform: Platform, unit: string): boolean =>
  may(platform.principal, { module: 'duties', act: 'approve', place: { unit } }),
);
