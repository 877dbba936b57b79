import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { askedFor, type ServerNotice } from '../../server-postgresql.ts';

/** Asks for the server PostgreSQL and waits for it; null when it does not start. */
export async function startedServer(notice: string): Promise<{ url: string; template: string } | null> {
  await writeFile(askedFor(notice), '');
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const text = await readFile(notice, 'utf8').catch(() => null);
    if (text !== null) {
      const { url, template } = JSON.parse(text) as ServerNotice;
      return url === null ? null : { url, template };
    }
    await pause(100);
  }
  return null;
}
