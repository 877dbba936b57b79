import type { ChosenFiles } from './choose-lake-files.ts';
import type { AreaCount } from './model.ts';

/** Under so many incidents, which point a few of them were moved to decides the figure. */
export const SMALL_COUNT = 20;

/**
 * What a reader must know of one area's figure.
 * @param sideMetres side of a square as large as the area
 * @param spacingMetres distance between anonymised points around it; null when it was not measured
 */
export function areaNotes(area: {
  incidents: number;
  sideMetres: number;
  spacingMetres: number | null;
  partialMonths: number;
  unknownMonths: number;
}): string[] {
  const { incidents, sideMetres, spacingMetres, partialMonths, unknownMonths } = area;
  return [
    ...(incidents < SMALL_COUNT
      ? [`Under ${SMALL_COUNT} incidents: too few to compare, since each was moved to an anonymised point nearby.`]
      : []),
    ...(spacingMetres !== null && sideMetres < spacingMetres
      ? [
          `The area is as large as a square of ${metres(sideMetres)}, smaller than the ${metres(spacingMetres)} between anonymised points here: the figure says little of it.`,
        ]
      : []),
    ...(unknownMonths > 0 ? [`${months(unknownMonths)} without any file: not known, and not counted as none.`] : []),
    ...(partialMonths > 0
      ? [`${months(partialMonths)} lack a force that has incidents here: the figure is part of the whole.`]
      : []),
  ];
}

/** What a reader must know of every figure of a count. */
export function countNotes(
  { source, unlocated }: Pick<AreaCount, 'source' | 'unlocated'>,
  chosen: Omit<ChosenFiles, 'files'>,
): string[] {
  const without = unlocated.reduce((sum, { incidents }) => sum + incidents, 0);
  const what = source === 'street' ? 'crimes' : 'stops and searches';
  return [
    'Places are anonymised points to which data.police.uk moves incidents, not where they happened: the edge of an area is as blurred as the points are far apart.',
    ...(without > 0
      ? [
          `${without.toLocaleString('en-GB')} ${what} of these months have no location, here or anywhere: they are counted in no area.`,
        ]
      : []),
    ...(chosen.fullerElsewhere > 0
      ? [
          `${months(chosen.fullerElsewhere)} of a force: an earlier vintage holds more incidents than the latest, which is counted: name the vintage to count from that.`,
        ]
      : []),
    ...(chosen.severalInVintage > 0
      ? [
          `${months(chosen.severalInVintage)} of a force, in several files of one vintage: the file with most incidents is counted.`,
        ]
      : []),
  ];
}

function months(count: number): string {
  return count === 1 ? 'One month' : `${count.toLocaleString('en-GB')} months`;
}

function metres(length: number): string {
  return `${Math.round(length).toLocaleString('en-GB')} m`;
}
