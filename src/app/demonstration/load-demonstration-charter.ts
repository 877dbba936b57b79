import {
  approveCharter,
  layCharter,
  listCharters,
  previewCharter,
  proposeCharter,
  publishCharter,
} from '../../evaluation/service.ts';
import { actorOf } from '../../platform/access/index.ts';
import { actAs } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { DEMONSTRATION_CHARTER, DEMONSTRATION_SIGNATURES } from './demonstration-charter.ts';

/** Noon of a day, when it was entered or signed. */
const at = (day: string) => new Date(`${day}T12:00:00Z`);
/** Who proposes it to readers, and who approves and publishes it: two made-up people, as with real ones. */
const PROPOSES = 'superintendent@demonstration.example';
const APPROVES = 'command@demonstration.example';

/**
 * Lays the demonstration's charter where it never was, entered and signed by all before its pilot started, and shows it to
 * readers: all at once or not at all, so that the next start takes up one that was killed.
 * @param platform Wardroom's own, past row security: records take made-up charters from nobody else
 * @returns whether it laid it
 */
export async function loadDemonstrationCharter(platform: Platform): Promise<boolean> {
  const { name } = DEMONSTRATION_CHARTER;
  if ((await listCharters(platform)).some((charter) => charter.name === name)) return false;
  const [first, second] = [await madeUpPerson(platform, PROPOSES), await madeUpPerson(platform, APPROVES)];
  await platform.records.transaction().execute(async (records) => {
    await lay({ ...platform, records });
    await showReaders({ ...first, records }, { ...second, records });
  });
  return true;
}

const lay = (platform: Platform): Promise<void> =>
  layCharter(platform, {
    charter: DEMONSTRATION_CHARTER,
    entered: { by: platform.actor, at: at('2025-08-11') },
    signatures: DEMONSTRATION_SIGNATURES.map(({ organisation, name: signedAs, on }) => ({
      ...{ organisation, name: signedAs },
      signed: { by: `demonstration:${organisation.toLowerCase().replaceAll(' ', '-')}`, at: at(on) },
    })),
  });

/** One proposes the charter, and the other approves what they saw of it and publishes it. */
async function showReaders(first: Platform, second: Platform): Promise<void> {
  const { name } = DEMONSTRATION_CHARTER;
  await proposeCharter(first, { name });
  const contentHash = (await previewCharter(second, { name }))?.approvalHash ?? '';
  for (const moved of [await approveCharter(second, { name, contentHash }), await publishCharter(second, { name })])
    if (moved.kind !== 'done')
      throw new Error(`The charter of the demonstration could not be published: ${moved.kind}.`);
}

/** What one of the demonstration's people is handed when they act. @throws where they are not there */
async function madeUpPerson(system: Platform, email: string): Promise<Platform> {
  const found = await actAs(system, email);
  if (found === null) throw new Error(`The demonstration has nobody called ${email}.`);
  const { person, grants } = found;
  const principal = { kind: 'person', person, grants, demonstration: true, steppedUp: false } as const;
  return { ...system, principal, actor: actorOf(principal) };
}
