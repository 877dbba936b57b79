// Runs the checks of `npm run check`, two at a time: what each one printed is shown together when it ends.
import { spawn } from 'node:child_process';

/** Names of npm scripts, the longest first. */
const checks = ['typecheck', 'structure', 'lint', 'unused'];
const AT_ONCE = 2;

function run(name) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'] });
    const printed = [];
    child.stdout.on('data', (piece) => printed.push(piece));
    child.stderr.on('data', (piece) => printed.push(piece));
    child.once('error', reject);
    child.once('close', (code) => {
      const passed = code === 0;
      process.stdout.write(`\n> npm run ${name}: ${passed ? 'passed' : 'failed'}\n${Buffer.concat(printed)}`);
      resolve(passed);
    });
  });
}

const waiting = [...checks];
const failed = [];

async function runNext() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (!(await run(name))) failed.push(name);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, runNext));
if (failed.length > 0) {
  process.stdout.write(`\nRepair what is said above; to run one check again: npm run ${failed.join(', npm run ')}\n`);
  process.exitCode = 1;
}
