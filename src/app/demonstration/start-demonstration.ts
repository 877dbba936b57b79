import { ConfigError } from '../../config.ts';
import { beginDemonstration, demonstrationState } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { listImports } from '../../sources/service.ts';
import { DEMONSTRATION_PEOPLE } from './demonstration-people.ts';
import { loadDemonstration } from './load-demonstration.ts';
import { loadDemonstrationCharter } from './load-demonstration-charter.ts';
import { loadDemonstrationRingFence } from './load-demonstration-ring-fence.ts';

/**
 * Switches the demonstration on, with its people, where nothing was ever kept but its own made-up figures, and fills in
 * what is missing. A folder that real people or real figures have reached is left as it is.
 * @param allowed the setting WARDROOM_DEMONSTRATION: false never fills and never switches on
 * @param months  of the ring-fence's ledger before the present one; as many as a control chart wants where left out
 * @returns whether the demonstration is on
 * @throws ConfigError when it is on and the setting forbids it
 */
export async function startDemonstration(
  { system, own }: { system: Platform; own: Platform },
  allowed: boolean,
  months?: number,
): Promise<boolean> {
  const state = await demonstrationState(system);
  if (state === 'on' && !allowed)
    throw new ConfigError(
      'The demonstration is on in this folder and WARDROOM_DEMONSTRATION is off: end it with "wardroom demonstration end", or leave the setting out.',
    );
  if (state === 'off' || !allowed) return false;
  const imports = await listImports(own.records);
  const onlyMadeUp = imports.every(({ kind, revertedAt }) => kind === 'synthetic' && revertedAt === null);
  if (state === 'undecided' && !onlyMadeUp) return false;
  if (!(await beginDemonstration(system, DEMONSTRATION_PEOPLE))) return false;
  await loadDemonstration(own);
  // Records take made-up charters and duties from Wardroom itself, and only while the demonstration is on.
  await loadDemonstrationCharter(system);
  await loadDemonstrationRingFence(system, months);
  return true;
}
