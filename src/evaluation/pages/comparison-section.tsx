import { hexPlaces, referenceAreas } from '../../geography/index.ts';
import { andList } from '../../ui/and-list.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import { HexWeightsMap, type WeightedHexArea } from '../../ui/hex-weights-map.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { Charter, EvaluationResult, OutcomeResult } from '../model.ts';
import { METHOD_NAMES } from './method-names.ts';

export interface ComparisonSectionProps {
  charter: Charter;
  result: EvaluationResult;
  outcome: OutcomeResult;
  /** What areas are called, several of them. */
  areas: string;
}

const TABLE = 'weights';

/** What the pilot was compared with: the weights of one outcome as a table and on the map, and who was left out and why. */
export function ComparisonSection({ charter, result, outcome, areas }: ComparisonSectionProps) {
  const { primary, title, group } = outcome;
  if (primary === null) return null;
  const names = new Map(result.donors.map(({ code, name }) => [code, name]));
  const rows = primary.weights
    .map(({ area, weight }) => ({ area, weight, name: names.get(area) ?? area }))
    .toSorted((a, b) => b.weight - a.weight || a.name.localeCompare(b.name));
  const leftOut = leftOutOf(result, outcome);
  const even = rows.length > 0 ? 1 / rows.length : 0;
  return (
    <section class="w-section" aria-labelledby="compared">
      <h2 class="w-h2" id="compared">
        What the pilot was compared with
      </h2>
      <p class="w-body">
        A mix of other {areas}, weighted (by {withinSentence(METHOD_NAMES[primary.method])}) so that their{' '}
        {withinSentence(title)} followed that of {group} before the start.
      </p>
      <Details summary={`Weights for ${withinSentence(title)}, and who was left out`}>
        <div class="w-cols w-cols--half">
          <div>
            <DataTable
              id={TABLE}
              caption={`Weights for ${title.toLowerCase()}`}
              columns={[
                {
                  head: areas.replace(/s$/, '').replace(/^./, (letter) => letter.toUpperCase()),
                  rowHeader: true,
                  cell: ({ area, name }) => <span id={`weight-${area}`}>{name}</span>,
                },
                { head: 'Weight', number: true, cell: ({ weight }) => sayWeight(weight) },
                {
                  head: 'As a bar',
                  hideHead: true,
                  cell: ({ weight }) => <ShareBar share={weight} average={even} full={rows[0]?.weight ?? 1} />,
                },
              ]}
              rows={rows}
              rowKey={({ area }) => area}
              compact
            />
            <p class="w-note">The tick is an even weight among those that have any.</p>
          </div>
          <div>
            <WeightsMap charter={charter} result={result} outcome={outcome} leftOut={leftOut} />
            <LeftOut leftOut={leftOut} />
          </div>
        </div>
      </Details>
    </section>
  );
}

const sayWeight = (weight: number): string => (weight < 0.005 ? 'under 1%' : `${Math.round(weight * 100)}%`);

interface Left {
  code: string;
  name: string;
  because: string;
}

/** Areas that this outcome is not compared with, each with its reason: the charter's, other groups, and those next door. */
export function leftOutOf(
  { excluded, groups, donors }: EvaluationResult,
  { group, primary }: Pick<OutcomeResult, 'group' | 'primary'>,
): Left[] {
  const treated = groups
    .filter(({ name }) => name !== group)
    .flatMap(({ areas }) => areas.map((area) => ({ ...area, because: 'another group of this pilot.' })));
  const nextDoor = primary?.adjoining === 'left out' ? donors.filter(({ adjoining }) => adjoining) : [];
  const all = [
    ...excluded,
    ...treated,
    ...nextDoor.map(({ code, name }) => ({
      code,
      name,
      because: 'next door to the pilot; the other way is shown above.',
    })),
  ];
  return all.filter(({ code }, at) => all.findIndex((each) => each.code === code) === at);
}

function LeftOut({ leftOut }: { leftOut: readonly Left[] }) {
  if (leftOut.length === 0) return null;
  const reasons = [...new Set(leftOut.map(({ because }) => because))];
  return (
    <>
      <h3 class="w-h3">Left out</h3>
      <ul class="w-body-list" id="left-out">
        {reasons.map((because) => (
          <li key={because}>
            {andList(leftOut.filter((area) => area.because === because).map(({ name }) => name))}: {because}
          </li>
        ))}
      </ul>
    </>
  );
}

function WeightsMap(props: Omit<ComparisonSectionProps, 'areas'> & { leftOut: readonly Left[] }) {
  const { charter, result, outcome, leftOut } = props;
  const places = hexPlaces(charter.boundaryVersion);
  if (places === null || outcome.primary === null) return null;
  const names = new Map(referenceAreas(charter.boundaryVersion).map(({ code, name }) => [code, name]));
  const treated = result.groups.find(({ name }) => name === outcome.group)?.areas.map(({ code }) => code) ?? [];
  const weights = new Map(outcome.primary.weights.map(({ area, weight }) => [area, weight]));
  const areas = places.map(({ code, q, r, label }): WeightedHexArea => {
    const left = leftOut.find((area) => area.code === code);
    const weight = weights.get(code) ?? 0;
    const part: WeightedHexArea['part'] = treated.includes(code)
      ? { kind: 'treated' }
      : left === undefined
        ? { kind: 'weighted', weight }
        : { kind: 'left out', because: left.because };
    const href = weight > 0 ? `#weight-${code}` : left === undefined ? `#${TABLE}` : '#left-out';
    return { code, q, r, label: [...label], name: names.get(code) ?? code, borough: '', part, href };
  });
  return (
    <HexWeightsMap
      title={`Weights for ${outcome.title.toLowerCase()} on the map, in per cent`}
      sub="One hexagon is one area, placed near its true neighbours. Dashed: left out, with the reason below."
      areas={areas}
      tableId={TABLE}
      synthetic={result.synthetic}
    />
  );
}
