import { boroughsOn } from '../../organisation/index.ts';
import { listUnits } from '../../organisation/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';

/** The command unit on a day, as every page names it. */
export const unitInView = published(
  'performance.unit-in-view',
  async (records: Records, today: string): Promise<{ name: string; boroughs: string[] }> => {
    const [unit] = await listUnits(records);
    return { name: unit?.name ?? 'Home', boroughs: unit ? boroughsOn(unit, today).map(({ name }) => name) : [] };
  },
);
