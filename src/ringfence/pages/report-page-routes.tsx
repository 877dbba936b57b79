import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ASKED_WORD, html, PUBLISHED, readAddress } from '../../platform/web/index.ts';
import type { ReportAsked } from './model.ts';
import { ReportPage } from './report-page.tsx';
import { loadReportPage } from './report-page-service.ts';

const PAGE = '/ringfence';
const query = z.object({ month: ASKED_WORD, borough: ASKED_WORD, ward: ASKED_WORD, place: ASKED_WORD });

/** Mounts the public ring-fence report. */
export function reportPageRoutes(server: FastifyInstance): void {
  server.get(PAGE, { config: { access: PUBLISHED } }, async (request, reply) => {
    const { place, ...asked } = readAddress(query, request.query);
    return html(reply, <ReportPage {...(await loadReportPage(request.platform, placed(asked, place)))} />);
  });
}

/** The form names the place in one field, "borough/E09000007" or "ward/E05013661". */
function placed(asked: ReportAsked, place: string | null): ReportAsked {
  const [kind, code = null] = place?.split('/') ?? [];
  if (kind === 'borough') return { ...asked, borough: code };
  return kind === 'ward' ? { ...asked, ward: code } : asked;
}
