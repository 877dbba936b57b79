import { runCommandLine } from './app/command-line.ts';
import { readDebug } from './config.ts';

// A reader that stops early (wardroom … | head) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

const ended = new Promise((resolve) => {
  process.once('SIGINT', resolve);
  process.once('SIGTERM', resolve);
});

try {
  await runCommandLine({
    args: process.argv.slice(2),
    env: process.env,
    ended,
    output: {
      line: (text) => process.stdout.write(`${text}\n`),
      json: (value) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
      error: (sentence) => process.stderr.write(`${sentence}\n`),
      exitCode: (code) => {
        process.exitCode = code;
      },
    },
  });
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Wardroom failed in a way it does not foresee: ${message}\n`);
  if (readDebug(process.env) && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  else process.stderr.write('Set WARDROOM_DEBUG=1 to see where, and please report it.\n');
  process.exitCode = 1;
}
