import { createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { openDatabase, RecordsUnavailable } from './index.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A port that something else listens on, and hangs up at once. */
async function portOfAnother(): Promise<number> {
  const server = createServer((socket) => socket.destroy());
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

it('says in one sentence that the server cannot be reached, without the password', async () => {
  const databaseUrl = 'postgres://anna:secret@127.0.0.1:1/wardroom';
  const error = await openDatabase({ dataFolder: '', databaseUrl }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RecordsUnavailable);
  expect((error as Error).message).toBe(
    'The PostgreSQL database "wardroom" at 127.0.0.1:1 cannot be reached (connect ECONNREFUSED 127.0.0.1:1): check DATABASE_URL and that the server runs.',
  );
});

it('says so too when something else answers there', async () => {
  const databaseUrl = `postgres://anna:secret@127.0.0.1:${await portOfAnother()}/wardroom`;
  await expect(openDatabase({ dataFolder: '', databaseUrl })).rejects.toThrow(
    /"wardroom" at 127.0.0.1:\d+ cannot be reached/,
  );
});
