import { AtWidths } from './at-widths.tsx';
import { Figure, type FigureProps } from './figure.tsx';
import { type HexagonLook, type HexagonWard, HexDrawing } from './hex-drawing.tsx';
import { HexSwatch } from './hex-swatch.tsx';

/** An area and what part it plays in a comparison. */
export interface WeightedHexArea extends HexagonWard {
  /** Share of the comparison, 0–1; treated areas and those left out have none. */
  part: { kind: 'treated' } | { kind: 'left out'; because: string } | { kind: 'weighted'; weight: number };
  href: string;
}

export interface HexWeightsMapProps extends Omit<FigureProps, 'children'> {
  areas: readonly WeightedHexArea[];
  /** Id of the table with the same figures, to skip to. */
  tableId: string;
  /** Pixels from 640 px of page on. */
  wide?: number;
}

/** Steps of the ramp by share in per cent, rounded: up to which, the last without limit. */
const STEPS = [
  { upTo: 2, step: 2 },
  { upTo: 10, step: 3 },
  { upTo: 20, step: 4 },
  { upTo: 40, step: 5 },
  { upTo: 100, step: 6 },
] as const;
const DARK_FROM_STEP = 5;

/** The weights of a comparison on a map of hexagons, in per cent: the treated areas in ink, those left out dashed. */
export function HexWeightsMap({ areas, tableId, wide = 540, ...figure }: HexWeightsMapProps) {
  if (areas.length === 0) return null;
  const hasLeftOut = areas.some(({ part }) => part.kind === 'left out');
  return (
    <Figure {...figure}>
      <ul class="w-key">
        <li>
          <HexSwatch name="w-treated" />
          the pilot
        </li>
        <li>
          <HexSwatch name="w-seq-4" />
          weight in per cent: the darker, the more
        </li>
        <li>
          <HexSwatch name="w-unweighted" />
          compared with, no weight
        </li>
        {hasLeftOut ? (
          <li>
            <HexSwatch name="w-left-out" />
            left out
          </li>
        ) : null}
      </ul>
      <p class="w-skipmap">
        <a class="govuk-link" href={`#${tableId}`}>
          Skip the map: the table has the same figures
        </a>
      </p>
      <AtWidths wide={wide}>
        {(width) => <HexDrawing wards={areas} width={width} label={labelOf(areas)} look={lookOf} />}
      </AtWidths>
    </Figure>
  );
}

function labelOf(areas: readonly WeightedHexArea[]): string {
  const weighted = areas
    .flatMap(({ name, part }) => (part.kind === 'weighted' && part.weight > 0 ? [{ name, weight: part.weight }] : []))
    .toSorted((a, b) => b.weight - a.weight);
  const said = weighted.map(({ name, weight }) => `${name} ${inPercent(weight)}%`).join(', ');
  return `Hex map of ${areas.length} areas by weight in the comparison: ${said === '' ? 'none has any' : said}. The same figures are in the table.`;
}

function lookOf({ name, part, href }: WeightedHexArea): HexagonLook {
  if (part.kind === 'treated')
    return { ...said(`${name}: in the pilot`, href), fill: 'w-treated', dark: true, value: 'pilot' };
  if (part.kind === 'left out')
    return { ...said(`${name}: left out. ${part.because}`, href), fill: 'w-left-out', dark: false, value: '–' };
  if (part.weight <= 0) return { ...said(`${name}: no weight`, href), fill: 'w-unweighted', dark: false, value: null };
  const percent = part.weight * 100;
  const step = STEPS.find(({ upTo }) => Math.round(percent) <= upTo)?.step ?? 6;
  return {
    ...said(`${name}: ${inPercent(part.weight)}%`, href),
    ...{ fill: `w-seq-${step}`, dark: step >= DARK_FROM_STEP, value: inPercent(part.weight) },
  };
}

const said = (text: string, href: string) => ({ spoken: `. ${text}`, title: text, href });

/** A share in whole per cent; "<1" where it would be none. */
function inPercent(weight: number): string {
  const percent = Math.round(weight * 100);
  return percent === 0 ? '<1' : String(percent);
}
