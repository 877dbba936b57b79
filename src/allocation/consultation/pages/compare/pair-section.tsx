import type { HexPlace } from '../../../../geography/index.ts';
import type { Problem } from '../../../../lib/refused.ts';
import { Button } from '../../../../ui/button.tsx';
import { type Column, DataTable, type Section } from '../../../../ui/data-table.tsx';
import { errorOf } from '../../../../ui/form-page.tsx';
import { type ChangedHexWard, HexChangeMap } from '../../../../ui/hex-change-map.tsx';
import { numberWord } from '../../../../ui/number-word.ts';
import { SelectField } from '../../../../ui/select-field.tsx';
import { wholeNumber } from '../../../../ui/whole-number.ts';
import type { Stability } from '../../../stability/model.ts';
import { sayShare } from '../../../stability/say-share.ts';
import type { PairCompared, PairedWard } from '../../comparison/compare-pair.ts';
import type { DecidedProposal } from '../../model.ts';
import type { NamedWard } from './every-ward-table.tsx';

export interface ChoosePairProps {
  /** Address of the page. */
  action: string;
  proposals: readonly DecidedProposal[];
  asked: { a: number; b: number };
  problems: readonly Problem[];
}

/** Which two are set side by side: a form that only asks, so that its address can be kept and sent. */
export function ChoosePair({ action, proposals, asked, problems }: ChoosePairProps) {
  const choices = proposals.map(({ id, title, officers }) => ({
    value: String(id),
    text: officers === null ? `${title} (no plan)` : title,
  }));
  return (
    <form class="w-form w-pair-form w-noprint" action={action} method="get">
      <SelectField id="a" name="a" label="A" choices={choices} value={String(asked.a)} {...errorOf(problems, 'a')} />
      <SelectField id="b" name="b" label="B" choices={choices} value={String(asked.b)} {...errorOf(problems, 'b')} />
      <Button text="Set side by side" secondary />
    </form>
  );
}

export interface PairSectionProps {
  pair: PairCompared;
  wards: readonly NamedWard[];
  places: readonly HexPlace[];
  /** How often other weightings keep a ward's number; in a sentence why that is not told. */
  stability: Stability | { missing: string };
  synthetic: boolean;
  /** Id of the table of every ward. */
  tableId: string;
}

/** What B would change from A: the map in two hues, and the wards that differ beside it. */
export function PairSection(props: PairSectionProps) {
  const { pair, places, synthetic, tableId } = props;
  const named = `A is ${pair.a.title}, B is ${pair.b.title}.`;
  if (pair.gains.length + pair.losses.length === 0)
    return <p class="w-body">{named} No ward differs, so there is no map of changes to draw.</p>;
  return (
    <div class="w-cols w-cols--map">
      <HexChangeMap
        title="What B would change"
        sub={`Difference from A, in officers. ${named}`}
        synthetic={synthetic}
        wards={changedWards(props, places)}
        tableId={tableId}
        wide={596}
      />
      <WardsThatDiffer {...props} />
    </div>
  );
}

function changedWards({ pair, wards }: PairSectionProps, places: readonly HexPlace[]): ChangedHexWard[] {
  const placeOf = new Map(places.map((place) => [place.code, place]));
  const differs = new Map([...pair.gains, ...pair.losses].map((ward) => [ward.code, ward]));
  return wards.flatMap(({ code, name, borough }): ChangedHexWard[] => {
    const place = placeOf.get(code);
    const ward = differs.get(code);
    if (place === undefined) return [];
    const says = ward === undefined ? 'the same under both' : `${ward.a.dwo} under A, ${ward.b.dwo} under B`;
    return [{ ...place, code, name, borough, change: ward?.gain.dwo ?? 0, says, href: `/ward/${code}` }];
  });
}

function WardsThatDiffer({ pair, stability }: PairSectionProps) {
  const { gains, losses } = pair;
  const all = gains.length + losses.length;
  const keeps = 'missing' in stability ? null : keepsColumn(stability);
  return (
    <div>
      <DataTable<PairedWard>
        caption={`The ${all === 1 ? 'ward that differs' : `${numberWord(all)} wards that differ`}`}
        compact
        sections={[section('more', gains), section('fewer', losses)].flat()}
        rowKey={({ code }) => code}
        columns={[
          {
            head: 'Ward',
            rowHeader: true,
            cell: ({ code, name }) => (
              <a class="govuk-link" href={`/ward/${code}`}>
                {name}
              </a>
            ),
          },
          { head: 'A', number: true, cell: ({ a }) => a.dwo },
          { head: 'B', number: true, cell: ({ b }) => <b>{b.dwo}</b> },
          ...(keeps === null ? [] : [keeps]),
        ]}
      />
      <p class="w-note">
        {'missing' in stability
          ? stability.missing
          : `“Keeps A’s number in”: share of ${wholeNumber(stability.samples)} random weightings that give the ward the same number as A. Under 50% means the number depends on the weights more than on the ward. ${stability.remarks.join(' ')}`}
      </p>
    </div>
  );
}

function section(way: 'more' | 'fewer', wards: readonly PairedWard[]): Section<PairedWard>[] {
  if (wards.length === 0) return [];
  const byOne = wards.every(({ gain }) => Math.abs(gain.dwo) === 1);
  const heading = byOne ? `One ${way} under B` : `${way === 'more' ? 'More' : 'Fewer'} under B`;
  return [{ heading, kind: 'group', rows: wards.toSorted((x, y) => x.name.localeCompare(y.name, 'en')) }];
}

function keepsColumn({ wards }: Stability): Column<PairedWard> {
  const sharesOf = new Map(wards.map(({ code, shares }) => [code, shares]));
  return {
    head: 'Keeps A’s number in',
    number: true,
    cell: ({ code, a }) => sayShare(sharesOf.get(code)?.[String(a.dwo)] ?? 0),
  };
}
