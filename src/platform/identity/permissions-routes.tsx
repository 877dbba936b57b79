import type { FastifyInstance } from 'fastify';
import { html, PUBLISHED } from '../web/index.ts';
import { PermissionsPage } from './pages/permissions-page.tsx';

/** Mounts what each role may do: the rules are for everybody to read. */
export function permissionsRoutes(server: FastifyInstance): void {
  server.get('/permissions', { config: { access: PUBLISHED } }, async (_request, reply) =>
    html(reply, <PermissionsPage />),
  );
}
