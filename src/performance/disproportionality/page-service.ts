import { boroughsOn, type CommandUnit } from '../../organisation/index.ts';
import { listUnits } from '../../organisation/service.ts';
import { may, published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { searchedMonths } from '../../sources/service.ts';
import { performanceAreas } from '../areas/areas-service.ts';
import { unitInView } from '../pages/unit-in-view-service.ts';
import { disproportionality } from './disproportionality-service.ts';
import type { DisproportionalityAsked } from './model.ts';
import type { DisproportionalityPageModel, OfferedArea } from './pages/model.ts';

/** What the page shows of what was asked. */
export const loadDisproportionalityPage = published(
  'performance.load-disproportionality-page',
  async (
    platform: Platform,
    { today, ...asked }: DisproportionalityAsked & { today: string },
  ): Promise<DisproportionalityPageModel> => {
    const units = await listUnits(platform.records);
    const seesWards = may(platform.principal, { module: 'performance', act: 'read', place: null });
    return {
      unit: await unitInView(platform.records, today),
      asked,
      areas: seesWards ? await performanceAreas(platform, { asAt: today }) : unitsAndBoroughs(units, today),
      mayImport: may(platform.principal, { module: 'imports', act: 'write', place: null }),
      held: await searchedMonths(platform),
      shown: await disproportionality(platform, { ...asked, asAt: today }),
    };
  },
);

function unitsAndBoroughs(units: readonly CommandUnit[], asAt: string): OfferedArea[] {
  const boroughs = units.flatMap((unit) => boroughsOn(unit, asAt));
  return [
    ...units.map(({ name }): OfferedArea => ({ word: name, name, kind: 'unit', boroughName: null })),
    ...boroughs.map(({ code, name }): OfferedArea => ({ word: code, name, kind: 'borough', boroughName: null })),
  ];
}
