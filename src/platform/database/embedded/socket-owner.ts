import { chmod } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { receiveVisitor, type Visitor, type VisitSettings } from './visitor.ts';

export interface SocketOwner {
  /** Gives no new turns, lets a client that has one finish for a while, then ends every connection. */
  close(): Promise<void>;
}

export interface OwnerSettings extends VisitSettings {
  /** Path of the socket; its folder is private to the user. */
  place: string;
  /** How long a client that has its turn may go on while the owner closes. */
  graceMilliseconds: number;
}

/** Serves other processes of the same user the records that this one owns. */
export async function serveRecords(settings: OwnerSettings): Promise<SocketOwner> {
  const visitors = new Set<Visitor>();
  const server = createServer((socket) => {
    const visitor = receiveVisitor(socket, settings);
    visitors.add(visitor);
    socket.once('close', () => void visitor.cleared().then(() => visitors.delete(visitor)));
  });
  await listen(server, settings.place);
  return {
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const visitor of visitors) visitor.refuseTurns();
      for (let waited = 0; waited < settings.graceMilliseconds && anyHasTurn(visitors); waited += 10) await pause(10);
      for (const visitor of visitors) visitor.end();
      await Promise.all([...visitors].map((visitor) => visitor.cleared()));
      await closed;
    },
  };
}

function anyHasTurn(visitors: ReadonlySet<Visitor>): boolean {
  return [...visitors].some((visitor) => visitor.hasTurn());
}

async function listen(server: Server, place: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(place, () => {
      server.off('error', reject);
      resolve();
    });
  });
  await chmod(place, 0o600);
}
