import { DataTable } from '../../ui/data-table.tsx';
import { longDate } from '../../ui/long-date.ts';
import { Tag } from '../../ui/tag.tsx';
import type { Vacancy } from '../strength/vacancies.ts';
import { fullTimeEquivalents } from './say-full-time-equivalents.ts';

/** Posts that nobody is in, and when somebody is expected. */
export function VacancyTable({ vacancies, synthetic }: { vacancies: Vacancy[]; synthetic: boolean }) {
  return (
    <DataTable<Vacancy>
      caption="Vacancies"
      sub="The highest rank first, then the longest. In full-time equivalents."
      synthetic={synthetic}
      phones="stack"
      rows={vacancies}
      rowKey={({ post }) => post}
      columns={[
        {
          head: 'Post',
          rowHeader: true,
          cell: ({ title, rank, post, wardClass }) => (
            <>
              {title}
              {wardClass === 'floor' ? ' (floor)' : ''}{' '}
              <small class="w-line">
                {rank}, {post}
              </small>
            </>
          ),
        },
        { head: 'Vacant', number: true, cell: ({ vacant }) => fullTimeEquivalents(vacant) },
        { head: 'Since', cell: ({ since }) => longDate(since) },
        {
          head: 'Expected to be filled',
          cell: ({ expectedFilled, overdue }) => (
            <>
              {expectedFilled === null ? 'no day recorded' : longDate(expectedFilled)}{' '}
              {overdue ? <Tag text="overdue" weight="breach" /> : null}
            </>
          ),
        },
      ]}
    />
  );
}
