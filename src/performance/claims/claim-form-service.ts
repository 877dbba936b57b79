import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { compareEdits } from '../../lib/editing/compare-edits.ts';
import { Refused } from '../../lib/refused.ts';
import { CATALOGUE, type Measure } from '../../measures/index.ts';
import { availableMeasures } from '../../measures/service.ts';
import { guarded } from '../../platform/access/index.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import { namesOf } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { moment } from '../../ui/moment.ts';
import { sayWho } from '../../ui/say-who.ts';
import { performanceAreas } from '../areas/areas-service.ts';
import { changeClaim, enterClaim, findClaim } from './claim-service.ts';
import type { ClaimFormModel } from './pages/claim-form-page.tsx';
import { asTyped, CLAIM_FIELDS, readClaimForm, type Typed, versionIn } from './read-claim-form.ts';
import { unitShown } from './unit-of-claims-service.ts';

const performance = { module: 'performance' } as const;

/** The form of a new claim, or of a change; null where there is none that may be seen. */
export const loadClaimForm = guarded(
  { ...performance, name: 'performance.claim-form', act: 'write' },
  async (platform: Platform, id: number | null): Promise<ClaimFormModel | null> => {
    const claim = id === null ? null : await findClaim(platform, id);
    if (id !== null && claim === null) return null;
    const typed = claim === null ? { kind: 'percentage change', area: '', period: '' } : asTyped(claim);
    return formModel(platform, { id, typed, version: claim?.version ?? 0, seen: typed, stored: null, problems: [] });
  },
);

async function formModel(platform: Platform, rest: Omit<ClaimFormModel, 'unit' | 'measures'>): Promise<ClaimFormModel> {
  const { typed, stored } = rest;
  const own = [typed.measure, typed.of, ...(stored?.fields ?? []).map(({ stored: value }) => value)];
  const held = await measuresOfBoroughs(platform);
  // While nothing is imported a claim can be entered all the same, and be checked later.
  const isChoice = ({ name }: Measure) => held.size === 0 || held.has(name) || own.includes(name);
  const measures = CATALOGUE.filter(isChoice)
    .map(({ name, title }) => ({ name, title }))
    .toSorted((a, b) => (a.title < b.title ? -1 : 1));
  return { unit: await unitShown(platform), measures, ...rest };
}

/** Names of the measures that the boroughs of a unit or their wards have figures of. */
async function measuresOfBoroughs(platform: Platform): Promise<Set<string>> {
  const areas = await performanceAreas(platform, { asAt: todayInLondon(platform.now()) });
  const names = new Set<string>();
  for (const boundaryVersion of new Set(areas.map((area) => area.boundaryVersion))) {
    const within = areas.filter((area) => area.boundaryVersion === boundaryVersion);
    const areaCodes = [...new Set(within.flatMap((area) => area.areaCodes))];
    for (const { measure } of await availableMeasures(platform.records, { areaCodes, boundaryVersion }))
      names.add(measure.name);
  }
  return names;
}

/** What became of a form: the claim it made, or the form shown again with what is wrong. */
export type ClaimAsked<Model> =
  | { kind: 'done'; id: number }
  | { kind: 'unknown' }
  | { kind: 'shown again'; model: Model; status: 400 | 409 };

/** Enters a claim as it was typed, or changes one; where somebody else was faster, both are set side by side. */
export const claimAsked = guarded(
  { ...performance, name: 'performance.claim-asked', act: 'write' },
  async (platform: Platform, id: number | null, typed: Typed): Promise<ClaimAsked<ClaimFormModel>> => {
    const content = readClaimForm(typed);
    const version = versionIn(typed);
    const seen = Object.fromEntries(CLAIM_FIELDS.map(({ name }) => [name, typed[`seen-${name}`] ?? '']));
    try {
      const { name: unit } = await unitShown(platform);
      const claim =
        id === null
          ? await enterClaim(platform, { unit, ...content })
          : await changeClaim(platform, { id, version, ...content });
      return { kind: 'done', id: claim.id };
    } catch (error) {
      if (error instanceof Refused) {
        const model = await formModel(platform, { id, typed, version, seen, stored: null, problems: error.problems });
        return { kind: 'shown again', model, status: 400 };
      }
      if (!(error instanceof StaleEdit)) throw error;
      return overtaken(platform, { id: id ?? 0, typed, seen });
    }
  },
);

async function overtaken(
  platform: Platform,
  { id, typed, seen }: { id: number; typed: Typed; seen: Typed },
): Promise<ClaimAsked<ClaimFormModel>> {
  const claim = await findClaim(platform, id);
  if (claim === null) return { kind: 'unknown' };
  const now = asTyped(claim);
  const only = (values: Typed) => Object.fromEntries(CLAIM_FIELDS.map(({ name }) => [name, values[name] ?? '']));
  const fields = compareEdits({ seen: only(seen), stored: only(now), yours: only(typed) }).map(({ field, kind }) => ({
    ...{ name: field, kind, label: CLAIM_FIELDS.find(({ name }) => name === field)?.label ?? field },
    ...{ seen: seen[field] ?? '', stored: now[field] ?? '', yours: typed[field] ?? '' },
  }));
  const by = sayWho(claim.changed.by, await namesOf(platform, [claim.changed.by]));
  const stored = { fields, by, at: moment(claim.changed.at) };
  const model = await formModel(platform, { id, typed, version: claim.version, seen: now, stored, problems: [] });
  return { kind: 'shown again', model, status: 409 };
}
