import { AtWidths } from './at-widths.tsx';
import { countWords } from './count-words.ts';
import { Figure, type FigureProps } from './figure.tsx';
import { type HexagonWard, HexDrawing } from './hex-drawing.tsx';
import { HexSwatch } from './hex-swatch.tsx';
import { signedNumber } from './signed-number.ts';

/** A ward and how many it has more under the second of two plans. */
export interface ChangedHexWard extends HexagonWard {
  /** Whole number, below 0 for fewer. */
  change: number;
  /** What is said of it after its name: "2 under A, 3 under B". */
  says: string;
  href: string;
}

export interface HexChangeMapProps extends Omit<FigureProps, 'children'> {
  wards: readonly ChangedHexWard[];
  /** Id of the table with the same figures, to skip to. */
  tableId: string;
  /** Pixels from 640 px of page on. */
  wide?: number;
}

const MORE = { fill: 'w-change-up', one: 'one more', several: 'more' };
const FEWER = { fill: 'w-change-down', one: 'one fewer', several: 'fewer' };
const SAME = { fill: 'w-change-same', one: 'same', several: 'same' };
const lookOf = (change: number) => (change > 0 ? MORE : change < 0 ? FEWER : SAME);

/** What differs between two plans, ward by ward: the one map of two hues, with +1 and −1 printed, key and way past it. */
export function HexChangeMap({ wards, tableId, wide = 572, ...figure }: HexChangeMapProps) {
  if (wards.length === 0) return null;
  const several = wards.some(({ change }) => Math.abs(change) > 1);
  return (
    <Figure {...figure}>
      <ul class="w-key">
        {[MORE, FEWER, SAME].map((look) => (
          <li key={look.fill}>
            <HexSwatch name={look.fill} />
            {several ? look.several : look.one}:{' '}
            {countWords(wards.filter(({ change }) => lookOf(change) === look).length, 'ward')}
          </li>
        ))}
      </ul>
      <p class="w-skipmap">
        <a class="govuk-link" href={`#${tableId}`}>
          Skip the map: the table has the same figures
        </a>
      </p>
      <AtWidths wide={wide}>{(width) => <ChangedHexagons wards={wards} width={width} />}</AtWidths>
    </Figure>
  );
}

/** The drawing itself: a ward that stays has its name alone, so that what changes is what is read. */
function ChangedHexagons({ wards, width }: { wards: readonly ChangedHexWard[]; width: number }) {
  const changed = wards.filter(({ change }) => change !== 0).length;
  return (
    <HexDrawing
      wards={wards}
      width={width}
      label={`Hex map of ${wards.length} wards, one hexagon each, of which ${changed} differ. The same figures are in the table.`}
      look={({ change, name, borough, says, href }) => ({
        href,
        fill: lookOf(change).fill,
        dark: change > 0,
        value: change === 0 ? null : signedNumber(change),
        spoken: `. ${name}, ${borough}: ${says}`,
        title: `${name}, ${borough}: ${says}`,
      })}
    />
  );
}
