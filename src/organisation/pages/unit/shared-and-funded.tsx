import { andList } from '../../../ui/and-list.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { Tag } from '../../../ui/tag.tsx';
import type { FundedPost } from '../../strength/funded-posts.ts';
import type { SharedPost } from '../../strength/shared-posts.ts';
import { fullTimeEquivalents } from '../say-full-time-equivalents.ts';
import type { OfUnit } from './of-unit.ts';

/** Posts that boroughs share, and posts that somebody else pays for. */
export function SharedAndFunded({ frame, unit }: OfUnit) {
  if (unit.shared.length + unit.funded.length === 0) return null;
  return (
    <section class="w-section" aria-labelledby="shared">
      <h2 class="w-h2" id="shared">
        Posts that are shared, or paid for by somebody else
      </h2>
      <div class="w-cols w-cols--half">
        {unit.shared.length === 0 ? null : (
          <DataTable<SharedPost>
            caption="Shared posts"
            sub="On each borough’s page, and once in the unit"
            synthetic={frame.synthetic}
            phones="stack"
            rows={unit.shared}
            rowKey={({ post }) => post}
            columns={[
              {
                head: 'Post',
                rowHeader: true,
                cell: ({ title, rank }) => `${title}${rank === 'Constable' ? '' : ` (${rank.toLowerCase()})`}`,
              },
              {
                head: 'Whose',
                cell: ({ shares }) =>
                  andList(shares.map(({ borough, fraction }) => `${borough} ${fullTimeEquivalents(fraction)}`)),
              },
              { head: 'In post', number: true, cell: ({ filled }) => fullTimeEquivalents(filled) },
            ]}
          />
        )}
        {unit.funded.length === 0 ? null : (
          <DataTable<FundedPost>
            caption="Funded posts"
            sub="Those whose money ends first come first"
            synthetic={frame.synthetic}
            phones="stack"
            rows={unit.funded}
            rowKey={({ post }) => post}
            columns={[
              { head: 'Post', rowHeader: true, cell: ({ title }) => title },
              { head: 'Who pays', cell: ({ fundedBy }) => fundedBy },
              {
                head: 'Until',
                cell: ({ fundedUntil, over }) => (
                  <>
                    {fundedUntil === null ? 'not recorded' : longDate(fundedUntil)}{' '}
                    {over ? <Tag text="over" weight="breach" /> : null}
                  </>
                ),
              },
            ]}
          />
        )}
      </div>
    </section>
  );
}
