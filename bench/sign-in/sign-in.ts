// What a sign-in costs the processor beyond its password hash, two hundred at once, and looking up who is behind a token.
// Run with: npx tsx bench/sign-in/sign-in.ts [ROUNDS]. Bounds: 100 ms, p95 of 3 s, 5 ms.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generateSync } from 'otplib';
import { openDatabase } from '../../src/platform/database/index.ts';
import { type Caller, makeIdentify, type SignInOutcome } from '../../src/platform/identity/index.ts';
import { checkPassword, hashPassword } from '../../src/platform/identity/password-hash.ts';
import {
  beginEnrolment,
  confirmEnrolment,
  firstAdministratorLink,
  redeemLink,
  signInWithCode,
  signInWithPassword,
} from '../../src/platform/identity/service.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { median } from '../import/run-measured.ts';

const rounds = Number(process.argv[2] ?? 40);
const BURST = 200;
const EMAIL = 'ada@example.gov.uk';
const PASSWORD = 'nine blue kettles sing';
const caller: Caller = { address: '192.0.2.1', userAgent: 'Firefox/140.0', token: null };

let clock = Date.parse('2026-03-10T12:00:00Z');
/** A code is taken once, so each sign-in happens in a step of its own. */
const nextStep = () => {
  clock += 30_000;
};
const processorMilliseconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Processor time of one piece of work, all threads counted: median of the rounds. */
async function processorOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const each: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const before = processorMilliseconds();
    await work();
    each.push(processorMilliseconds() - before);
  }
  return median(each);
}

const half = (outcome: SignInOutcome): string => {
  if (outcome.kind !== 'half') throw new Error(`Not half signed in: ${JSON.stringify(outcome)}`);
  return outcome.token;
};

async function signIn(system: Platform, secret: string): Promise<string> {
  nextStep();
  const token = half(await signInWithPassword(system, { email: EMAIL, password: PASSWORD, caller }));
  const code = generateSync({ secret, epoch: clock / 1000 });
  const whole = await signInWithCode(system, { token, code, caller });
  if (whole.kind !== 'signed-in') throw new Error('Not signed in.');
  return whole.token;
}

/** Everybody at once, each trying again a quarter of a second after being told to; milliseconds each waited. */
async function burst(system: Platform): Promise<number[]> {
  const began = performance.now();
  const one = async (each: number) => {
    for (;;) {
      const typed = {
        email: `officer${each}@example.gov.uk`,
        password: 'whatever they type',
        caller: { ...caller, address: String(each) },
      };
      if ((await signInWithPassword(system, typed)).kind !== 'busy') return performance.now() - began;
      await pause(250);
    }
  };
  return Promise.all(Array.from({ length: BURST }, (_, each) => one(each)));
}

const folder = await mkdtemp(join(tmpdir(), 'wardroom-bench-'));
const database = await openDatabase({ dataFolder: folder, databaseUrl: process.env.DATABASE_URL || null });
const system: Platform = {
  records: database.system,
  dataFolder: folder,
  actor: 'wardroom',
  principal: { kind: 'wardroom' },
  now: () => new Date(clock),
};
const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
try {
  const link = await firstAdministratorLink(system, 'Central North');
  const typed = { token: link?.path.slice(-43) ?? '', name: 'Ada', email: EMAIL, password: PASSWORD, caller };
  const token = half(await redeemLink(system, typed));
  const secret = (await beginEnrolment(system, token))?.secret.replaceAll(' ', '') ?? '';
  await confirmEnrolment(system, { token, code: generateSync({ secret, epoch: clock / 1000 }), caller });
  const kept = await hashPassword(PASSWORD);
  const hashing = await processorOf(rounds, () => checkPassword(String(kept), PASSWORD));
  const signingIn = await processorOf(rounds, () => signIn(system, secret));
  console.log(
    `sign-in, ${database.mode} records: ${milliseconds(signingIn)} of the processor, the hash alone ${milliseconds(hashing)}: ${milliseconds(signingIn - hashing)} beyond it, bound 100 ms`,
  );
  const waited = (await burst(system)).toSorted((a, b) => a - b);
  console.log(
    `${BURST} at once: median ${milliseconds(median(waited))}, p95 ${milliseconds(waited[Math.floor(BURST * 0.95)] ?? 0)}, bound 3000 ms`,
  );
  const signedIn = await signIn(system, secret);
  const identify = makeIdentify(system);
  const remembered = await processorOf(rounds, async () => {
    for (let each = 0; each < 1000; each += 1) await identify(signedIn);
  });
  const afresh = await processorOf(rounds, async () => {
    for (let each = 0; each < 20; each += 1) {
      clock += 2000;
      await identify(signedIn);
    }
  });
  console.log(
    `who is behind a token: ${milliseconds(afresh / 20)} afresh, ${(remembered).toFixed(1)} µs from memory, bound 5 ms`,
  );
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}
