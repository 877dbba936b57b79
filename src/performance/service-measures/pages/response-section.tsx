import type { BandedPercentile } from '../../../lib/statistics/shares/index.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import type { GradeTimes } from '../model.ts';
import { ShareTable } from './share-table.tsx';

/** Response times by grade: shares within 15 and 60 minutes, and between which minutes half and nine of ten were there. */
export function ResponseTables({ grades, synthetic }: { grades: GradeTimes[]; synthetic: boolean }) {
  return (
    <>
      <p class="w-body">
        Shares are of the calls whose time is known. The aims are 15 minutes for immediate and 60 for significant calls;
        the other grades have none in minutes.
      </p>
      <ShareTable
        caption="Calls attended within 15 and 60 minutes"
        synthetic={synthetic}
        sections={grades.map(({ title, aimMinutes, within }) => ({
          heading: title,
          rows: within.map(({ minutes, change }) => ({
            name: `${minutes} minutes${minutes === aimMinutes ? ', the aim' : ''}`,
            change,
          })),
        }))}
      />
      <DataTable<GradeTimes>
        caption="Minutes until half, and nine of ten, were attended"
        sub="The file gives bands of minutes, so only the two ends are known. Calls of unknown time may lie anywhere."
        synthetic={synthetic}
        columns={[
          { head: 'Grade', rowHeader: true, cell: ({ title }) => title },
          ...[0.5, 0.9].flatMap((share) =>
            (['current', 'previous'] as const).map((period) => ({
              head: `${share === 0.5 ? 'Half' : 'Nine of ten'}, ${period === 'current' ? 'now' : 'before'}`,
              cell: ({ percentiles }: GradeTimes) =>
                sayMinutes(percentiles.find((each) => each.share === share)?.[period] ?? null),
            })),
          ),
          { head: 'Time not known', number: true, cell: ({ notKnown }) => wholeNumber(notKnown.current) },
        ]}
        rows={grades}
        rowKey={({ grade }) => grade}
        phones="stack"
        compact
      />
    </>
  );
}

/** "10 to 15", "over 240", "up to 5". */
function sayMinutes(minutes: BandedPercentile | null): string {
  if (minutes === null) return 'no calls';
  const { above, upTo } = minutes;
  if (upTo === null) return `over ${above}`;
  return above === 0 ? `up to ${upTo}` : `${above} to ${upTo}`;
}
