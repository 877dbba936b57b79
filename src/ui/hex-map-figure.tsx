import type { ComponentChildren } from 'preact';
import { AtWidths } from './at-widths.tsx';
import type { ValueClass } from './class-breaks.ts';
import { ClassKey } from './class-key.tsx';
import { Figure } from './figure.tsx';
import { HexMap, type HexWard } from './hex-map.tsx';

export interface HexMapFigureProps {
  title: string;
  /** Measure, unit and months; how to read a hex map is said after it. */
  sub?: ComponentChildren;
  source?: ComponentChildren;
  synthetic?: boolean;
  wards: HexWard[];
  classes: ValueClass[];
  /** What the map shows: "officers", "recorded crimes". */
  what: string;
  format: (value: number) => string;
  /** What follows a value: "officers". */
  noun: string;
  /** Whether the key repeats the noun after its values. */
  nounInKey?: boolean;
  /** Id of the table with the same figures, to skip to. */
  tableId: string;
  /** Pixels from 640 px of page on. */
  wide?: number;
}

/** The hex map with its finding, its key and a way past it to the table, drawn for three page widths. */
export function HexMapFigure(props: HexMapFigureProps) {
  const { wards, classes, what, format, noun } = props;
  const boroughs = new Set(wards.map(({ borough }) => borough)).size;
  return (
    <Figure
      title={props.title}
      synthetic={props.synthetic ?? false}
      source={props.source}
      sub={
        <>
          {props.sub} One hexagon is one ward, placed near its true neighbours; all are drawn the same size.
          {boroughs > 1 ? ' The thick line is the borough boundary.' : null}
        </>
      }
    >
      <ClassKey
        classes={classes}
        format={format}
        {...(props.nounInKey === true ? { noun } : {})}
        missing={wards.filter(({ value }) => value === null).length}
      />
      <p class="w-skipmap">
        <a class="govuk-link" href={`#${props.tableId}`}>
          Skip the map: the table has the same figures
        </a>
      </p>
      <AtWidths wide={props.wide ?? 596}>
        {(width) => <HexMap wards={wards} classes={classes} width={width} what={what} format={format} noun={noun} />}
      </AtWidths>
    </Figure>
  );
}
