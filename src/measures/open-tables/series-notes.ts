import { boundarySet } from '../../geography/index.ts';
import { monthName } from '../../lib/calendar/month.ts';
import type { TableSource } from '../../lib/tables/index.ts';
import type { Measure, Series } from '../model.ts';

export const SYNTHETIC_NOTE =
  'Synthetic: figures here are made up by Wardroom’s demonstration, with a fixed seed. They are about no real place.';

/** What a reader of a measure's figures must know: polarity, vintage, doubt, origins, and which are made up. */
export function seriesNotes(measure: Measure, series: readonly Series[]): string[] {
  return [
    ...(series.some(({ synthetic }) => synthetic) ? [SYNTHETIC_NOTE] : []),
    polarityNote(measure),
    ...(measure.adds ? [] : ['Figures of several areas or months must not be added up.']),
    ...vintageNotes(series),
    ...doubtNotes(series),
    ...(series.some(({ backCast }) => backCast)
      ? ['Months before these wards existed (May 2022) were counted anew on them: “published, back-cast”.']
      : []),
    ...convertedNotes(series),
  ];
}

/** Files and publisher of some series, each file once. */
export function seriesSources(measure: Measure, series: readonly Series[]): TableSource[] {
  const titles = series.flatMap(({ synthetic, vintage, files }) =>
    synthetic
      ? ['Made up by Wardroom’s demonstration']
      : files.map((file) => `${measure.publisher}: ${file} (vintage ${vintage})`),
  );
  return [...new Set(titles)].map((title) => ({ title }));
}

/** "More of it is worse." */
export function polarityNote({ polarity }: Pick<Measure, 'polarity'>): string {
  return polarity === 'neither' ? 'More of it is neither better nor worse.' : `${sentence(polarity)}.`;
}

const sentence = (polarity: 'more is worse' | 'more is better'): string =>
  polarity === 'more is worse' ? 'More of it is worse' : 'More of it is better';

function vintageNotes(series: readonly Series[]): string[] {
  const bySet = new Map<string, Series>();
  for (const each of series) bySet.set(`${each.boundaryVersion} ${each.vintage}`, each);
  return [...bySet.values()].map(
    ({ boundaryVersion, vintage }) => `Figures of ${boundarySet(boundaryVersion).title} are of the vintage ${vintage}.`,
  );
}

function doubtNotes(series: readonly Series[]): string[] {
  const months = [...new Set(series.flatMap(({ doubtful }) => doubtful))].sort();
  if (months.length === 0) return [];
  return [
    `Doubtful, in some or all areas, because a file seems to lack much of the month: ${months.map(monthName).join(', ')}.`,
  ];
}

function convertedNotes(series: readonly Series[]): string[] {
  const ways = new Set(
    series.flatMap(({ convertedFrom, boundaryVersion }) =>
      convertedFrom === null
        ? []
        : [
            `Figures of ${boundarySet(boundaryVersion).title} are made here from figures of ${boundarySet(convertedFrom).title}; the column origin says how.`,
          ],
    ),
  );
  return [...ways];
}
