import { classOf, type ValueClass } from './class-breaks.ts';
import { type HexagonWard, HexDrawing } from './hex-drawing.tsx';

/** One ward on the hex map. */
export interface HexWard extends HexagonWard {
  /** null where there is no figure. */
  value: number | null;
  /** Printed after the value: "+1" where a change is marked. */
  beside?: string;
  /** Address of the ward's page. */
  href: string;
}

export interface HexMapProps {
  wards: HexWard[];
  classes: ValueClass[];
  /** Pixels. Names are printed in hexagons of 60 px or more, else short codes. */
  width: number;
  /** What the map shows, for its accessible name: "officers". */
  what: string;
  /** Writes a value, as printed in the hexagon. */
  format: (value: number) => string;
  /** What follows a value in the link's name: "officers". */
  noun: string;
}

/** Steps dark enough for white text. */
const DARK_FROM_STEP = 5;

/**
 * One hexagon, one ward: its number printed in it, so that colour is never the only carrier, and a link to its page.
 * The same figures always stand in a table; the map only explains it.
 */
export function HexMap({ wards, classes, width, what, format, noun }: HexMapProps) {
  return (
    <HexDrawing
      wards={wards}
      width={width}
      label={`Hex map of ${wards.length} wards, one hexagon each, numbered and shaded by ${what}. The same figures are in the table.`}
      look={({ value, beside, href, name, borough }) => {
        const step = value === null ? undefined : classOf(classes, value)?.step;
        return {
          href,
          fill: step === undefined ? 'w-seq-none' : `w-seq-${step}`,
          dark: step !== undefined && step >= DARK_FROM_STEP,
          value: [value === null ? '–' : format(value), ...(beside === undefined ? [] : [beside])].join(' '),
          spoken: ` ${value === null ? 'no figure' : noun}. ${name}, ${borough}`,
          title: `${name}, ${borough}`,
        };
      }}
    />
  );
}
