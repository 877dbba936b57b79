import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { limitsFor } from '../allocation/index.ts';
import { type Config, ConfigError } from '../config.ts';
import { deskRoutes } from '../desk/routes.tsx';
import { geographyRoutes } from '../geography/routes.ts';
import { measuresRoutes } from '../measures/routes.tsx';
import { organisationRoutes } from '../organisation/routes.tsx';
import { buildServer } from '../platform/web/index.ts';
import { sourcesRoutes } from '../sources/routes.tsx';
import { loadDemonstration } from './demonstration/load-demonstration.ts';
import { openWardroom } from './open-wardroom.ts';

export interface RunningServer {
  /** Such as "http://127.0.0.1:3000". */
  address: string;
  close(): Promise<void>;
}

/** The port is taken; the message says by what setting to choose another. */
export class AddressInUse extends Error {
  override name = 'AddressInUse';
}

/** Anyone who can reach the port may change the records, so only this machine may. */
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
const MOST_FILES_IN_ONE_UPLOAD = 40;

/**
 * Serves Wardroom on this machine until closed. A folder that holds nothing yet gets the demonstration first.
 * @throws AddressInUse when the port is taken; ConfigError when the address is not this machine's own
 */
export async function serve(config: Config): Promise<RunningServer> {
  if (!LOOPBACK.has(config.host)) {
    throw new ConfigError(
      'The setting HOST must be 127.0.0.1 until sign-in exists: Wardroom serves this machine only.',
    );
  }
  const wardroom = await openWardroom(config);
  try {
    await loadDemonstration(wardroom.actingAs({ kind: 'wardroom' }));
    const server = await buildServer({
      port: config.port,
      assetsFolder: assetsFolder(),
      logger: { level: 'warn' },
      uploads: { maxFiles: MOST_FILES_IN_ONE_UPLOAD },
    });
    const deps = { platform: wardroom.actingAs({ kind: 'wardroom' }) };
    deskRoutes(server, deps);
    organisationRoutes(server, { ...deps, floorPerWard: (date) => limitsFor(date, { dwo: 0, pcso: 0 }).floors.dwo });
    measuresRoutes(server, deps);
    sourcesRoutes(server, deps);
    geographyRoutes(server, deps);
    const address = await listen(() => server.listen({ host: config.host, port: config.port }), config.port);
    const close = async () => {
      await server.close();
      await wardroom.close();
    };
    return { address, close };
  } catch (error) {
    await wardroom.close();
    throw error;
  }
}

async function listen(start: () => Promise<string>, port: number): Promise<string> {
  try {
    return await start();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new AddressInUse(`Port ${port} is taken, perhaps by another Wardroom: set PORT to another number.`);
  }
}

/** dist/assets, whether this file runs from dist/ or from source. */
function assetsFolder(): string {
  const built = fileURLToPath(new URL('../assets', import.meta.url));
  return existsSync(built) ? built : fileURLToPath(new URL('../../dist/assets', import.meta.url));
}
