import type { ComponentChildren } from 'preact';
import { andList } from '../../../ui/and-list.ts';
import type { Lacking } from '../model.ts';

/** A section with its heading; where nothing is held, why, and which file would bring it. */
export function SectionFrame<Held extends { kind: string; title: string; vintage: string; sources: string[] }>({
  id,
  section,
  children,
}: {
  id: string;
  section: Held | (Lacking & { title: string });
  children: (held: Held) => ComponentChildren;
}) {
  return (
    <section class="w-section" aria-labelledby={id}>
      <h2 class="w-h2" id={id}>
        {section.title}
      </h2>
      {isLacking(section) ? <NotHeld section={section} /> : children(section)}
      {isLacking(section) ? null : (
        <p class="w-note">
          Vintage: {section.vintage}. Files: {andList(section.sources)}.
        </p>
      )}
    </section>
  );
}

function NotHeld({ section: { because, source } }: { section: Lacking }) {
  return (
    <p class="w-body">
      {because} Its columns are in <span class="w-file">src/sources/{source}/README.md</span>, with an example of
      made-up figures beside it: <span class="w-file">examples/service-measures/made-up-{source}.csv</span>.{' '}
      <a class="govuk-link" href="/import">
        Import a file
      </a>
      .
    </p>
  );
}

const isLacking = (section: { kind: string }): section is Lacking & { title: string } => section.kind === 'lacking';
