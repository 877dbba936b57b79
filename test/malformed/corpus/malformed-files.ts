import { badArchives } from './archives.ts';
import { ANY_FILE, type Damage, JSON_TEXT, PLACES, TABLE } from './damage.ts';
import { chance } from './random.ts';
import type { Sample } from './samples.ts';

/** A malformed file, and the good one it was made from. */
export interface MalformedFile {
  /** Such as "mps-ward, cut somewhere". */
  title: string;
  fileName: string;
  content: Buffer;
  about?: string;
  /** Good file whose figures it may not contradict; null when it may rightly say others. */
  sample: Sample | null;
  /** Kind of file, by its ending; null for an archive. */
  extension: Sample['extension'] | null;
}

/** Files with one row an incident, and its place. */
export const WITH_PLACES: ReadonlySet<string> = new Set(['street', 'made-street', 'stop-and-search', 'outcomes']);
const SEED = 20_240_131;

/**
 * Damage done to every sample, and the bad archives; the same files for the same seed and samples.
 * @param each how many kinds of damage each sample takes; with fewer than there are, they go round, so that over all
 * samples each kind is done several times
 */
export function malformedFiles(
  samples: readonly Sample[],
  { each, seed = SEED }: { each: number; seed?: number },
): MalformedFile[] {
  const files = samples.flatMap((sample, at) =>
    goRound(damagesFor(sample), at * each, each).flatMap((damage, turn): MalformedFile[] => {
      const content = damage.to(sample.content, chance(seed + at * 1_000 + turn));
      if (content === null || content.equals(sample.content)) return [];
      const title = `${sample.name}, ${damage.name}`;
      return [
        {
          title,
          fileName: `${title.replaceAll(/[^a-z0-9]+/gi, '-')}.${sample.extension}`,
          content,
          ...(sample.about === undefined ? {} : { about: sample.about }),
          sample: damage.mayChangeFigures ? null : sample,
          extension: sample.extension,
        },
      ];
    }),
  );
  const street = samples.find(({ name }) => name === 'street') ?? samples.find(({ name }) => name === 'made-street');
  const archives = badArchives(street?.content ?? Buffer.alloc(0), chance(seed)).map(
    ({ name, content }, at): MalformedFile => ({
      title: `an archive ${name}`,
      fileName: `archive-${at}.zip`,
      content,
      sample: null,
      extension: null,
    }),
  );
  return [...files, ...archives];
}

/** So many items from a place on, beginning again at the end; no item twice. */
function goRound<T>(items: readonly T[], from: number, count: number): T[] {
  const start = Number.isFinite(from) ? from % items.length : 0;
  return [...items.slice(start), ...items.slice(0, start)].slice(0, count);
}

function damagesFor({ name, extension }: Sample): Damage[] {
  if (extension !== 'csv') return [...ANY_FILE, ...JSON_TEXT];
  return WITH_PLACES.has(name) ? [...ANY_FILE, ...TABLE, ...PLACES] : [...ANY_FILE, ...TABLE];
}
