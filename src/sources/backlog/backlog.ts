import { BACKLOG_AGES, BACKLOG_WORK } from '../../measures/index.ts';
import { plainCounts } from '../plain-csv/plain-counts.ts';
import { plainWord } from '../plain-csv/plain-word.ts';

/** What was opened, closed and open by age at the end of a month: one row for each month, area and kind of work. */
export const BACKLOG = plainCounts({
  kind: 'backlog',
  title: 'backlog of investigations',
  reads: 'backlog of investigations (month, area, work, opened, closed, open at the month’s end by age)',
  about: plainWord(
    'work',
    BACKLOG_WORK.map(({ slug }) => slug),
  ),
  counts: [
    { column: 'opened', slug: 'opened' },
    { column: 'closed', slug: 'closed' },
    ...BACKLOG_AGES.map(({ slug }) => ({ column: `open_${slug.replaceAll('-', '_')}`, slug: `open-${slug}` })),
  ],
});
