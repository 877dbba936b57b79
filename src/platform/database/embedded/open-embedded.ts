import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connections } from '../connections.ts';
import { openEngine } from './engine.ts';
import { engineConnections } from './engine-connections.ts';

export async function openEmbedded(dataFolder: string): Promise<Connections> {
  await mkdir(dataFolder, { recursive: true });
  return engineConnections(await openEngine({ folder: join(dataFolder, 'records') }));
}
