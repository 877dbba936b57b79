import type { ComponentChildren } from 'preact';
import type { Crumb } from './breadcrumbs.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Page } from './layout.tsx';

/** What stands in a form's way: the name of the field, which is its id too, and one sentence that says what to do. */
export interface FormProblem {
  /** null: it is about no field, and the list of problems leads to the first. */
  field: string | null;
  sentence: string;
}

export interface FormPageProps {
  title: string;
  /** The way up, without home and the page itself. */
  above?: readonly Crumb[];
  problems?: readonly FormProblem[];
  /** Id of the first field, to which problems of no field lead. */
  first?: string;
  children: ComponentChildren;
}

/** The frame of a page that asks for something: breadcrumbs, then what is wrong, then the title and the form. */
export function FormPage({ title, above = [], problems = [], first, children }: FormPageProps) {
  return (
    <Page
      title={problems.length === 0 ? title : `Error: ${title}`}
      active={null}
      unit={null}
      synthetic={false}
      breadcrumbs={[{ text: 'Home', href: '/' }, ...above, { text: title }]}
    >
      {problems.length === 0 ? null : <ErrorSummary errors={problems.map((problem) => listed(problem, first))} />}
      <h1 class="w-title">{title}</h1>
      {children}
    </Page>
  );
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
