import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { recordAudit } from '../../src/platform/audit/index.ts';
import { openDatabase, type Records } from '../../src/platform/database/index.ts';

/**
 * A process of its own for the fault tests: opens the records of a folder and does what it is told, one line of output
 * for each thing done.
 *   node --import tsx records-process.ts FOLDER hold | count TIMES | write | begin | fill
 */
const [dataFolder = '', order, detail = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

const { system: records, close } = await openDatabase({ dataFolder, databaseUrl: null });
say('open');
if (order === 'hold') await pause(60_000);
if (order === 'count') await count(Number(detail));
if (order === 'write') await write();
if (order === 'begin') await begin();
if (order === 'fill') await fill();
await close();
say('closed');

async function insert(trx: Records, action: string, subject: number): Promise<void> {
  const actor = String(process.pid);
  await recordAudit(trx, { actor, module: 'imports', action, subject: String(subject) });
}

/** Reads how many there are and writes that number down: two at once, or a lost one, would show. */
async function count(rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await records.transaction().execute(async (trx) => {
      const found = await sql<{ n: number }>`select count(*) as n from platform.audit where action = 'count'`.execute(
        trx,
      );
      await insert(trx, 'count', found.rows[0]?.n ?? -1);
    });
  }
  say(`counted ${rounds}`);
}

/** Transactions of three rows each until killed; each is said once it was acknowledged. */
async function write(): Promise<void> {
  for (let number = 0; ; number += 1) {
    await records.transaction().execute(async (trx) => {
      for (let part = 0; part < 3; part += 1) await insert(trx, `write ${process.pid}`, number);
    });
    say(`wrote ${number}`);
  }
}

/** Begins a transaction, writes, and never ends it. */
async function begin(): Promise<void> {
  await records.transaction().execute(async (trx) => {
    await insert(trx, 'begin', 0);
    say('inside');
    await pause(60_000);
  });
}

/** Writes until the disk is full, makes room by removing a file, and says what was acknowledged and what is there. */
async function fill(): Promise<void> {
  const ballast = join(dataFolder, 'ballast');
  await writeFile(ballast, new Uint8Array(20_000_000));
  let acknowledged = 0;
  await sql`create table public.filler (number int, line text)`.execute(records);
  const add = () =>
    sql`insert into public.filler select n, repeat(md5(n::text), 12) from generate_series(1, 1000) as n`.execute(
      records,
    );
  for (;;) {
    try {
      await add();
    } catch (error) {
      say(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
      break;
    }
    acknowledged += 1;
  }
  await rm(ballast);
  const kept = await sql<{ n: number }>`select count(*) as n from public.filler`.execute(records);
  say(`acknowledged ${acknowledged * 1000}, kept ${kept.rows[0]?.n}`);
  await add();
  say('wrote on');
}
