import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { listUnits } from '../organisation/service.ts';
import { repeatedly } from '../platform/background/index.ts';
import { makeIdentify } from '../platform/identity/index.ts';
import { readProviders } from '../platform/identity/openid/index.ts';
import { firstAdministratorLink, requireIdentityKey } from '../platform/identity/service.ts';
import { buildServer } from '../platform/web/index.ts';
import { safekeepingOf } from './audit-safekeeping.ts';
import { workInBackground } from './background.ts';
import { startDemonstration } from './demonstration/start-demonstration.ts';
import { placeNames } from './known-places.ts';
import { mountRoutes } from './mount-routes.ts';
import { openWardroom } from './open-wardroom.ts';
import { beyondThisMachine, reachOf } from './reach-of.ts';
import { readinessOf } from './readiness-service.ts';
import { requireSignIn } from './require-sign-in.ts';
import { noteAddress } from './running-address.ts';

export interface RunningServer {
  /** Such as "http://127.0.0.1:3000". */
  address: string;
  /** One-time link that makes the first administrator, where nobody is recorded yet and the demonstration is not on. */
  firstAdministratorLink: string | null;
  close(): Promise<void>;
}

/** The port is taken; the message says by what setting to choose another. */
export class AddressInUse extends Error {
  override name = 'AddressInUse';
}

const MOST_FILES_IN_ONE_UPLOAD = 40;
/** Nobody waits longer for a page. */
const STATEMENT_MILLISECONDS = 30_000;

/**
 * Serves Wardroom until closed: on this machine, or by HTTPS and sign-in beyond it. On this machine a folder that holds
 * nothing yet gets the demonstration first.
 * @throws AddressInUse when the port is taken; ConfigError when others could reach it without HTTPS or sign-in
 */
export async function serve(config: Config): Promise<RunningServer> {
  const reach = await reachOf(config);
  const providers = typeof config.providers === 'string' ? await readProviders(config.providers) : [];
  const wardroom = await openWardroom(config, { statementMilliseconds: STATEMENT_MILLISECONDS });
  try {
    const own = wardroom.actingAs({ kind: 'wardroom' });
    const [unit] = await listUnits(own.records);
    const { system } = wardroom;
    await requireIdentityKey(system);
    const safekeeping = safekeepingOf(system, config);
    if (!beyondThisMachine(config)) await startDemonstration({ system, own }, config.demonstration ?? true);
    const link = beyondThisMachine(config)
      ? await requireSignIn(system, unit?.name ?? '')
      : ((await firstAdministratorLink(system, unit?.name ?? ''))?.path ?? null);
    const server = await buildServer({
      port: config.port,
      assetsFolder: assetsFolder(),
      log: { level: config.serving?.logLevel ?? (beyondThisMachine(config) ? 'info' : 'warn') },
      uploads: { maxFiles: MOST_FILES_IN_ONE_UPLOAD },
      identify: makeIdentify(system, placeNames()),
      actingAs: wardroom.actingAs,
      reach,
      readiness: readinessOf(system),
    });
    mountRoutes(server, { system, inBackground: wardroom.inBackground, providers, safekeeping });
    const address = await listen(() => server.listen({ host: config.host, port: config.port }), config.port);
    const shown = reach.publicUrl?.origin ?? address;
    const forgetAddress = await noteAddress(config.dataFolder, shown);
    const failed = (sentence: string) => server.log.error(sentence);
    const background = workInBackground({ system, safekeeping, repeat: repeatedly, failed });
    await background.start();
    const close = async () => {
      await forgetAddress();
      await background.stop();
      await server.close();
      await wardroom.close();
    };
    return { address: shown, firstAdministratorLink: link === null ? null : `${shown}${link}`, close };
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
