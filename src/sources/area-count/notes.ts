import type { AreaCount } from './model.ts';

/** Under so many incidents, which point a few of them were moved to decides the figure. */
export const SMALL_COUNT = 20;

/** A smaller share of an area's sample points lies in covered wards where its outline crosses a border. */
const PART = 0.95;

/**
 * What a reader must know of one area's figure.
 * @param sideMetres side of a square as large as the area
 * @param spacingMetres distance between anonymised points around it; null when it was not measured
 * @param coveredShare of the area, in the month least covered
 * @param uncounted incidents in it of months and files that do not cover it
 */
export function areaNotes(area: {
  incidents: number | null;
  sideMetres: number;
  spacingMetres: number | null;
  coveredShare: number;
  uncounted: number;
  partialMonths: number;
  unknownMonths: number;
}): string[] {
  const { incidents, sideMetres, spacingMetres, coveredShare, uncounted, partialMonths, unknownMonths } = area;
  const notCounted =
    uncounted > 0
      ? [
          `${uncounted.toLocaleString('en-GB')} incidents lie here in files that reach the area only at its edge, or of a force that polices other ground: they are not counted.`,
        ]
      : [];
  if (incidents === null) {
    return ['Not covered: no file held covers this area in these months, so nothing is known of it.', ...notCounted];
  }
  return [
    ...notCounted,
    ...(coveredShare < PART
      ? [
          `In some months files cover only about ${Math.max(1, Math.round(100 * coveredShare))}% of the area: the figure is part of the whole.`,
        ]
      : []),
    ...(incidents < SMALL_COUNT
      ? [`Under ${SMALL_COUNT} incidents: too few to compare, since each was moved to an anonymised point nearby.`]
      : []),
    ...(spacingMetres !== null && sideMetres < spacingMetres
      ? [
          `The area is as large as a square of ${metres(sideMetres)}, smaller than the ${metres(spacingMetres)} between anonymised points here: the figure says little of it.`,
        ]
      : []),
    ...(unknownMonths > 0
      ? [`${months(unknownMonths)} without a file that covers the area: not known, and not counted as none.`]
      : []),
    ...(partialMonths > 0
      ? [
          `${months(partialMonths)} ${partialMonths === 1 ? 'lacks' : 'lack'} a force that has incidents here, or types that no file held has: the figure is part of the whole.`,
        ]
      : []),
  ];
}

/** What a reader must know of every figure of a count. */
export function countNotes(
  { source, unlocated }: Pick<AreaCount, 'source' | 'unlocated'>,
  chosen: { fullerElsewhere: number; severalInVintage: number },
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
          `${months(chosen.fullerElsewhere)} of a force: an earlier vintage holds more incidents of a type than the latest that has it, which is counted: name the vintage to count from that.`,
        ]
      : []),
    ...(chosen.severalInVintage > 0
      ? [
          `${months(chosen.severalInVintage)} of a force, in several files of one vintage: what more than one of them holds is counted once.`,
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
