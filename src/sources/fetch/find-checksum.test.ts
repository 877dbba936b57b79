import { expect, it } from 'vitest';
import { findChecksum } from './find-checksum.ts';

const [a, b] = ['0123456789abcdef0123456789abcdef', 'fedcba9876543210fedcba9876543210'];
const page = `<li><a href="/data/archive/2026-03.zip">2026-03.zip</a> <span>MD5: ${a}</span></li>
<li><a href="/data/archive/2026-02.zip">2026-02.zip</a> MD5: <code>${b.toUpperCase()}</code></li>
<li><a href="/data/archive/2026-01.zip">2026-01.zip</a> MD5: ${a}-17</li>
<li><a href="/data/archive/2025-12.zip">2025-12.zip</a></li><li>2025-11.zip ${b}</li>`;

it.each([
  ['2026-03.zip', a],
  ['2026-02.zip', b],
  ['2026-01.zip', null],
  ['2025-12.zip', null],
  ['2024-01.zip', null],
])('finds the checksum of %s, and no other file’s', (name, checksum) => {
  expect(findChecksum(page, name)).toBe(checksum);
});
