import type { FastifyInstance } from 'fastify';
import { calendarRoutes } from './calendar/calendar-routes.tsx';
import { dutiesRoutes } from './duties/duties-routes.tsx';
import { ledgerPageRoutes } from './ledger-page/ledger-page-routes.tsx';
import { mineRoutes } from './mine/mine-routes.tsx';
import { officersRoutes } from './officers/officers-routes.tsx';
import { reportPageRoutes } from './pages/report-page-routes.tsx';
import { phonesRoutes } from './phones/phones-routes.tsx';
import { phonesPageRoutes } from './phones-page/phones-page-routes.tsx';
import { policyRoutes } from './policy/policy-routes.tsx';
import { reportFileRoutes } from './reports/report-file-routes.ts';
import { rostersRoutes } from './rosters/rosters-routes.tsx';
import { teamRoutes } from './team/team-routes.tsx';
import { todayRoutes } from './today/today-routes.tsx';

/** Mounts the pages of the ring-fence: who is where, what is ruled how, and what the public sees of it. */
export function ringfenceRoutes(server: FastifyInstance): void {
  policyRoutes(server);
  calendarRoutes(server);
  todayRoutes(server);
  phonesRoutes(server);
  officersRoutes(server);
  mineRoutes(server);
  dutiesRoutes(server);
  reportPageRoutes(server);
  reportFileRoutes(server);
  teamRoutes(server);
  ledgerPageRoutes(server);
  phonesPageRoutes(server);
  rostersRoutes(server);
}
