import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { boroughsOn } from '../../organisation/index.ts';
import { findUnit, listUnits } from '../../organisation/service.ts';
import { published } from '../../platform/access/index.ts';
import { namesOf } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import type { PolicyInForce } from '../model.ts';
import { policyOn } from './policy-on.ts';
import { mayDecideAt, policiesOf } from './policy-service.ts';
import type { KeptPolicy } from './policy-store.ts';

/** A command unit, as pages name it. */
export interface UnitInView {
  name: string;
  boroughs: string[];
}

/** The unit of a name, or the first where none is asked for. @throws NotFound */
export const unitOfRule = published(
  'ringfence.unit-of-rule',
  async ({ records, now }: Platform, asked: string | null): Promise<UnitInView> => {
    const [first] = await listUnits(records);
    const unit = asked === null ? first : await findUnit(records, asked);
    if (unit === undefined || unit === null) throw new NotFound(`There is no command unit "${asked ?? ''}" here.`);
    return { name: unit.name, boroughs: boroughsOn(unit, todayInLondon(now())).map(({ name }) => name) };
  },
);

/** The rule of a unit on a day, with its history. */
export interface RuleInView {
  unit: UnitInView;
  /** The day asked about, "2026-03-01". */
  asAt: string;
  inForce: PolicyInForce;
  /** Adopted, the last to come into force first. */
  adopted: readonly KeptPolicy[];
  /** Proposed and neither adopted nor declined; none for who may not see them. */
  waiting: readonly KeptPolicy[];
  /** Whether who asks may propose, adopt and decline. */
  decides: boolean;
  /** Who asks, as the records have them. */
  actor: string;
  /** Names of who proposed and adopted, as far as who asks may see them. */
  names: ReadonlyMap<string, string>;
  synthetic: boolean;
}

/** The rule of a unit on a day: what everybody may see of it. @throws NotFound where there is no such unit */
export const ruleInView = published(
  'ringfence.rule-in-view',
  async (platform: Platform, { unit: asked, asAt }: { unit: string | null; asAt: string }): Promise<RuleInView> => {
    const unit = await unitOfRule(platform, asked);
    const policies = await policiesOf(platform, unit.name);
    const adopted = policies.filter(({ adoptedAt }) => adoptedAt !== null);
    const waiting = policies.filter(({ adoptedAt, declinedAt }) => adoptedAt === null && declinedAt === null);
    const ids = policies.flatMap(({ proposedBy, adoptedBy }) => [
      proposedBy,
      ...(adoptedBy === null ? [] : [adoptedBy]),
    ]);
    return {
      ...{ unit, asAt, adopted: adopted.toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : -1)), waiting },
      inForce: policyOn(adopted, asAt),
      decides: mayDecideAt(platform, unit.name),
      actor: platform.actor,
      names: await namesOf(platform, [...new Set(ids)]),
      synthetic: policies.some(({ synthetic }) => synthetic),
    };
  },
);
