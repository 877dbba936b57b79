import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { InvalidRequest, NotFound, PUBLISHED } from '../platform/web/index.ts';
import { boundarySet, boundarySets } from './boundary-set.ts';
import { boundariesOf } from './service.ts';
import { toGeoJson } from './to-geo-json.ts';

const boroughCode = z.string().regex(/^E\d{8}$/);
const request = z.object({
  version: z.enum(boundarySets().map((set) => set.version)),
  borough: z
    .union([boroughCode, z.array(boroughCode)])
    .optional()
    .transform((borough) => (typeof borough === 'string' ? [borough] : borough)),
});

/**
 * Mounts /geography/boundaries.geojson?version=wards-2022&borough=E09000007&borough=E09000019, which the map reads.
 * Without a borough it gives all that are held; 404 when none are.
 */
export function geographyRoutes(server: FastifyInstance): void {
  server.get('/geography/boundaries.geojson', { config: { access: PUBLISHED } }, async (asked, reply) => {
    const read = request.safeParse(asked.query);
    if (!read.success) {
      const versions = boundarySets().map((set) => set.version);
      throw new InvalidRequest(
        `Say which boundaries to show: version is one of ${versions.join(', ')}, borough a code such as E09000007.`,
      );
    }
    const { version, borough } = read.data;
    const boundaries = await boundariesOf(asked.platform.records, version, borough ? { boroughCodes: borough } : {});
    if (boundaries.length === 0) {
      throw new NotFound(`No boundaries of ${boundarySet(version).title} are held here: import a boundary file.`);
    }
    return reply
      .header('cache-control', 'no-store')
      .type('application/geo+json; charset=utf-8')
      .send(JSON.stringify(toGeoJson(boundaries)));
  });
}
