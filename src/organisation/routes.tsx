import type { FastifyInstance } from 'fastify';
import { wardSetAsAt } from '../geography/index.ts';
import { listAreas } from '../geography/service.ts';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import { html, PUBLISHED } from '../platform/web/index.ts';
import { boroughsOn } from './boroughs-on.ts';
import { WorkforcePage } from './pages/workforce-page.tsx';
import { listUnits, publishedWorkforces } from './service.ts';

/** What the routes are handed by app/: the floor is a rule of allocation, which comes later in the order. */
export interface OrganisationDeps {
  /** Dedicated ward officers every ward is promised on a date. */
  floorPerWard: (date: string) => number;
}

export function organisationRoutes(server: FastifyInstance, { floorPerWard }: OrganisationDeps): void {
  server.get('/organisation', { config: { access: PUBLISHED } }, async ({ platform }, reply) => {
    const today = todayInLondon(platform.now());
    const [unit] = await listUnits(platform.records);
    const boroughs = unit ? boroughsOn(unit, today) : [];
    const wards = await listAreas(platform.records, {
      version: wardSetAsAt(today).version,
      boroughCodes: boroughs.map((borough) => borough.code),
    });
    const workforces = (await publishedWorkforces(platform.records, boroughs)).map((workforce) => ({
      ...workforce,
      wards: wards.filter((ward) => ward.boroughCode === workforce.boroughCode).length,
      floorPerWard: floorPerWard(today),
    }));
    return html(
      reply,
      <WorkforcePage
        unit={{ name: unit?.name ?? 'No command unit', boroughs: boroughs.map((borough) => borough.name) }}
        workforces={workforces}
      />,
    );
  });
}
