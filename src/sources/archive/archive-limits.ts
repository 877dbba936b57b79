/** What Wardroom needs to know of an entry before it unpacks a byte. */
export interface ListedEntry {
  name: string;
  compressedBytes: number;
  inflatedBytes: number;
  encrypted: boolean;
}

/** How much an archive may ask of the machine. */
export interface ArchiveLimits {
  entries: number;
  /** Bytes of all entries together once unpacked. */
  inflatedBytes: number;
  /** Unpacked bytes for each packed byte of one entry; real archives reach 37. */
  ratio: number;
}

const GIGABYTE = 1024 ** 3;
/** On the command line: a full national archive of three years is about 12 GB unpacked. */
export const LIMITS: ArchiveLimits = { entries: 20_000, inflatedBytes: 40 * GIGABYTE, ratio: 200 };
/** Small entries are let be: a header line repeated compresses well and does no harm. */
const RATIO_MATTERS_FROM_BYTES = 1024 ** 2;

/**
 * Why an archive is not unpacked: half a sentence that follows its name; null when it may be.
 * @param archiveBytes size of the archive itself: entries that overlap in it (as in some bombs) add up to more
 */
export function refuseArchive(
  entries: readonly ListedEntry[],
  archiveBytes: number,
  limits: ArchiveLimits = LIMITS,
): string | null {
  if (entries.length > limits.entries) {
    return `holds ${count(entries.length)} files, more than the ${count(limits.entries)} that are unpacked: split it`;
  }
  const encrypted = entries.find((entry) => entry.encrypted);
  if (encrypted) return `holds a file locked with a password (${encrypted.name}): unlock it first`;
  const bomb = entries.find(
    ({ compressedBytes, inflatedBytes }) =>
      inflatedBytes > RATIO_MATTERS_FROM_BYTES && inflatedBytes > limits.ratio * compressedBytes,
  );
  if (bomb) {
    return `holds a file that would swell more than ${limits.ratio} times when unpacked (${bomb.name}), as a zip bomb does: it was not unpacked`;
  }
  const inflated = sum(entries.map(({ inflatedBytes }) => inflatedBytes));
  if (inflated > limits.inflatedBytes) {
    return `would unpack to ${gigabytes(inflated)} GB, more than the ${gigabytes(limits.inflatedBytes)} GB allowed: split it`;
  }
  if (sum(entries.map(({ compressedBytes }) => compressedBytes)) > archiveBytes) {
    return 'holds files that overlap, as in a zip bomb or a damaged archive: it was not unpacked';
  }
  return null;
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}

function gigabytes(bytes: number): string {
  return (bytes / GIGABYTE).toLocaleString('en-GB', { maximumFractionDigits: 1 });
}
