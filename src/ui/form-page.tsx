import type { ComponentChildren } from 'preact';
import type { Crumb } from './breadcrumbs.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Page } from './layout.tsx';
import type { NavigationAddress } from './navigation.tsx';

/** What stands in a form's way: the name of the field, which is its id too, and one sentence that says what to do. */
export interface FormProblem {
  /** null: it is about no field, and the list of problems leads to the first. */
  field: string | null;
  sentence: string;
}

export interface FormPageProps {
  title: string;
  /** The active item of the navigation, where the way up does not begin with it. */
  active?: NavigationAddress;
  /** The way up, without home and the page itself. */
  above?: readonly Crumb[];
  problems?: readonly FormProblem[];
  /** Id of the first field, to which problems of no field lead. */
  first?: string;
  /** Whether what it shows is made up for the demonstration, which is then said at the top. */
  synthetic?: boolean;
  children: ComponentChildren;
}

/** The frame of a page that asks for something: breadcrumbs, then what is wrong, then the title and the form. */
export function FormPage({
  title,
  active,
  above = [],
  problems = [],
  first,
  synthetic = false,
  children,
}: FormPageProps) {
  return (
    <Page
      title={problems.length === 0 ? title : `Error: ${title}`}
      active={active ?? sectionOf(above)}
      unit={null}
      synthetic={synthetic}
      breadcrumbs={[{ text: 'Home', href: '/' }, ...above, { text: title }]}
    >
      <ProblemSummary problems={problems} first={first} />
      <h1 class="w-title">{title}</h1>
      {children}
    </Page>
  );
}

export interface ProblemSummaryProps {
  problems: readonly FormProblem[];
  /** Id of the first field, to which problems of no field lead; left out, they lead nowhere. */
  first?: string | undefined;
}

/** What stands in a form's way, each with the way to its field, on top of the page; nothing where nothing does. */
export function ProblemSummary({ problems, first }: ProblemSummaryProps) {
  if (problems.length === 0) return null;
  return <ErrorSummary errors={problems.map((problem) => listed(problem, first))} />;
}

/** The section of the navigation that a way up begins with; null for the pages that have none there. */
function sectionOf([top]: readonly Crumb[]): NavigationAddress | null {
  return top?.href === '/people' || top?.href === '/audit' ? top.href : null;
}

function listed({ field, sentence }: FormProblem, first: string | undefined) {
  const id = field ?? first;
  return id === undefined ? { text: sentence } : { text: sentence, href: `#${id}` };
}

/** The error beside a field, as a property of its component; none where nothing is wrong with it. */
export function errorOf(problems: readonly FormProblem[], field: string): { error?: string } {
  const found = problems.find((problem) => problem.field === field);
  return found === undefined ? {} : { error: found.sentence };
}
