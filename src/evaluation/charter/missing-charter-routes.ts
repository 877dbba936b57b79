import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { longDate } from '../../ui/long-date.ts';
import { PILOTS } from '../pages/addresses.ts';
import { noCharter } from '../pages/no-charter-routes.ts';
import { withdrawnCharter } from './publish-charter-service.ts';

/** What is answered where who asks may see no pilot of a name: that there is none, or why it was taken from readers. */
export async function missingCharter(platform: Platform, name: string): Promise<NotFound> {
  const withdrawn = await withdrawnCharter(platform.records, name);
  if (withdrawn === null) return noCharter(name);
  return new NotFound(`The pilot “${name}” was taken from readers on ${longDate(withdrawn.on)}: ${withdrawn.reason}`, [
    { href: PILOTS, text: 'Every pilot' },
  ]);
}
