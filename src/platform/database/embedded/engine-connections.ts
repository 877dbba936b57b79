import type { Connections } from '../connections.ts';
import type { Engine } from './engine.ts';
import { makeTurns } from './turns.ts';

/** Connections on an engine of this process: there is one, and whoever asks waits for its turn. */
export function engineConnections(engine: Engine): Connections {
  const turns = makeTurns();
  return {
    async acquire() {
      const release = await turns.take();
      return { run: engine.run, release };
    },
    end: () => engine.close(),
  };
}
