#!/usr/bin/env node
import { existsSync } from 'node:fs';

const entrance = new URL('../dist/cli.js', import.meta.url);
if (!existsSync(entrance)) {
  process.stderr.write('Wardroom has not been built here yet. Run "npm ci" or "npm run build" first.\n');
  process.exit(2);
}
await import(entrance.href);
