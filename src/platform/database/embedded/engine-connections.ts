import type { Connections } from '../connections.ts';
import type { Engine } from './engine.ts';
import { makeTurns, type Turns } from './turns.ts';

/** Connections on an engine of this process: there is one, and whoever asks waits for its turn. */
export function engineConnections(engine: Engine, turns: Turns = makeTurns()): Connections {
  return {
    async acquire() {
      const release = await turns.take();
      return { run: engine.run, release };
    },
    end: () => engine.close(),
  };
}
