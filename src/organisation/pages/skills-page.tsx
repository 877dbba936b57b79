import { Answer } from '../../ui/answer.tsx';
import { countWords } from '../../ui/count-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import { percent } from '../../ui/percent.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { CourseCoverage, CoverageCount } from '../skills/coverage.ts';
import type { BookFrame } from './book-frame.ts';
import { BookPage, ChooseDay } from './book-page.tsx';

const PATH = '/organisation/skills';

interface Given {
  frame: BookFrame;
  courses: CourseCoverage[];
}

/** How far every required course is held, by team, ward and rank, and what expires soon. Counts, and nobody by name. */
export function SkillsPage({ frame, courses }: Given) {
  const required = courses.filter(({ everybody }) => everybody.required > 0);
  return (
    <BookPage frame={frame} path={PATH} title="Skills and training" over="Courses of the unit">
      <InShort frame={frame} courses={required} all={courses.length} />
      <ChooseDay frame={frame} path={PATH} />
      {courses.length === 0 ? null : <Courses frame={frame} courses={courses} />}
      {required.map((course) => (
        <OneCourse key={course.course.reference} frame={frame} course={course} />
      ))}
    </BookPage>
  );
}

const holding = ({ held, expiring }: CoverageCount): number => held + expiring;
const share = (count: CoverageCount): number => holding(count) / count.required;

function InShort({ frame, courses, all }: Given & { all: number }) {
  const [least] = courses.toSorted((a, b) => share(a.everybody) - share(b.everybody));
  if (least === undefined)
    return (
      <Answer figure={all === 0 ? 'No course is recorded.' : 'No course is required of anybody who is posted.'}>
        So nothing can be said of who is trained.
      </Answer>
    );
  const due = courses.reduce((sum, { everybody }) => sum + everybody.required, 0);
  const held = courses.reduce((sum, { everybody }) => sum + holding(everybody), 0);
  const soon = courses.reduce((sum, { everybody }) => sum + everybody.expiring, 0);
  return (
    <Answer figure={`${percent(held / due, 0)} of required training is held.`} synthetic={frame.synthetic}>
      {wholeNumber(held)} of {wholeNumber(due)}, of which {wholeNumber(soon)} will be out of date within 90 days. Least
      of all “{least.course.title}”: {percent(share(least.everybody), 0)}.
    </Answer>
  );
}

/** Columns that every table of coverage has after the one that names its rows. */
function countColumns<Row>(countOf: (row: Row) => CoverageCount): Column<Row>[] {
  const figure = (head: string, of: (count: CoverageCount) => number): Column<Row> => ({
    head,
    number: true,
    cell: (row) => wholeNumber(of(countOf(row))),
  });
  return [
    figure('Required of', ({ required }) => required),
    {
      head: 'Hold it',
      number: true,
      cell: (row) => {
        const count = countOf(row);
        return count.required === 0 ? '–' : `${wholeNumber(holding(count))} (${percent(share(count), 0)})`;
      },
    },
    figure('Of them, expire soon', ({ expiring }) => expiring),
    figure('Expired', ({ expired }) => expired),
    figure('Never did it', ({ never }) => never),
  ];
}

function Courses({ frame, courses }: Given) {
  return (
    <DataTable<CourseCoverage>
      caption="Every course"
      sub="People posted on this day. Soon: within 90 days."
      synthetic={frame.synthetic}
      phones="stack"
      rows={courses}
      rowKey={({ course }) => course.reference}
      columns={[
        {
          head: 'Course',
          rowHeader: true,
          cell: ({ course, everybody, heldByOthers }) => (
            <>
              {everybody.required === 0 ? (
                course.title
              ) : (
                <a class="govuk-link" href={`#course-${course.reference}`}>
                  {course.title}
                </a>
              )}
              <small class="w-line">{about(course, everybody.required, heldByOthers)}</small>
            </>
          ),
        },
        ...countColumns<CourseCoverage>(({ everybody }) => everybody),
      ]}
    />
  );
}

function about(
  { validMonths, externalTrainer }: CourseCoverage['course'],
  required: number,
  heldByOthers: number,
): string {
  return [
    validMonths === null ? 'valid for good' : `valid for ${countWords(validMonths, 'month')}`,
    externalTrainer === null ? null : `taught by ${externalTrainer}`,
    required === 0 ? 'required of nobody' : null,
    heldByOthers === 0 ? null : `${countWords(heldByOthers, 'other')} ${heldByOthers === 1 ? 'holds' : 'hold'} it`,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

function OneCourse({ frame, course }: { frame: BookFrame; course: CourseCoverage }) {
  const { reference, title } = course.course;
  const id = `course-${reference}`;
  return (
    <section class="w-section" aria-labelledby={id}>
      <h2 class="w-h2" id={id}>
        {title}
      </h2>
      {course.byTeam.length === 0 ? (
        <p class="w-body">Nobody of whom it is required is posted to a team that has a name; wards are below.</p>
      ) : (
        <DataTable
          caption="By team"
          synthetic={frame.synthetic}
          phones="stack"
          compact
          rows={course.byTeam}
          rowKey={({ team }) => team}
          columns={[
            { head: 'Team', rowHeader: true, cell: ({ team }) => team },
            ...countColumns<CoverageCount & { team: string }>((row) => row),
          ]}
        />
      )}
      {course.byWard.length === 0 ? null : (
        <Details summary="By ward">
          <DataTable
            caption="By ward"
            sub="Sergeants with two wards count in both"
            synthetic={frame.synthetic}
            phones="stack"
            compact
            rows={course.byWard}
            rowKey={({ code }) => code}
            columns={[
              { head: 'Ward', rowHeader: true, cell: ({ ward }) => ward },
              ...countColumns<CoverageCount & { ward: string }>((row) => row),
            ]}
          />
        </Details>
      )}
    </section>
  );
}
