import { expect, it } from 'vitest';
import { type ListedEntry, refuseArchive } from './archive-limits.ts';

const MEGABYTE = 1024 ** 2;

function entry(other: Partial<ListedEntry> = {}): ListedEntry {
  return { name: 'a.csv', compressedBytes: MEGABYTE, inflatedBytes: 10 * MEGABYTE, encrypted: false, ...other };
}

it('lets an ordinary archive be unpacked', () => {
  expect(refuseArchive([entry(), entry()], 3 * MEGABYTE)).toBeNull();
  expect(refuseArchive([entry({ inflatedBytes: 37 * MEGABYTE })], MEGABYTE)).toBeNull();
});

it('stops a file that swells too much, unless it is small', () => {
  expect(refuseArchive([entry({ inflatedBytes: 201 * MEGABYTE })], MEGABYTE)).toContain('zip bomb');
  expect(refuseArchive([entry({ compressedBytes: 10, inflatedBytes: MEGABYTE })], MEGABYTE)).toBeNull();
});

it('stops too much in all, though each file is ordinary', () => {
  const entries = Array.from({ length: 3 }, () => entry());
  const limits = { entries: 10, ratio: 200, inflatedBytes: 25 * MEGABYTE };
  expect(refuseArchive(entries, 9 * MEGABYTE, limits)).toContain('would unpack to');
});

it('stops too many files', () => {
  const entries = Array.from({ length: 20_001 }, () => entry({ compressedBytes: 1, inflatedBytes: 1 }));
  expect(refuseArchive(entries, 9 * MEGABYTE)).toContain('20,001 files');
});

it('stops files that share bytes of the archive', () => {
  expect(refuseArchive([entry(), entry()], 1.5 * MEGABYTE)).toContain('overlap');
});

it('asks for a locked file to be unlocked', () => {
  expect(refuseArchive([entry({ encrypted: true })], MEGABYTE)).toContain('password');
});
