import { layCharter, listCharters } from '../../evaluation/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { DEMONSTRATION_CHARTER, DEMONSTRATION_SIGNATURES } from './demonstration-charter.ts';

/** Noon of a day, when it was entered or signed. */
const at = (day: string) => new Date(`${day}T12:00:00Z`);

/**
 * Lays the demonstration's charter where it never was: entered and signed by all before its pilot started.
 * @returns whether it laid it
 */
export async function loadDemonstrationCharter(platform: Platform): Promise<boolean> {
  const { name } = DEMONSTRATION_CHARTER;
  if ((await listCharters(platform)).some((charter) => charter.name === name)) return false;
  await layCharter(platform, {
    charter: DEMONSTRATION_CHARTER,
    entered: { by: platform.actor, at: at('2025-08-11') },
    signatures: DEMONSTRATION_SIGNATURES.map(({ organisation, name: signedAs, on }) => ({
      ...{ organisation, name: signedAs },
      signed: { by: `demonstration:${organisation.toLowerCase().replaceAll(' ', '-')}`, at: at(on) },
    })),
  });
  return true;
}
