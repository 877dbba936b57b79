import type { ComponentChildren } from 'preact';
import { sayPublication } from '../../pages/say-publication.ts';
import type { Lacking } from '../model.ts';

/** A section with its heading; where nothing is held, why, and for whom may import it which file would bring it. */
export function SectionFrame<Held extends { kind: string; title: string; vintage: string; sources: string[] }>({
  id,
  section,
  mayImport,
  children,
}: {
  id: string;
  mayImport: boolean;
  section: Held | (Lacking & { title: string });
  children: (held: Held) => ComponentChildren;
}) {
  return (
    <section class="w-section" aria-labelledby={id}>
      <h2 class="w-h2" id={id}>
        {section.title}
      </h2>
      {isLacking(section) ? <NotHeld section={section} mayImport={mayImport} /> : children(section)}
      {isLacking(section) ? null : <p class="w-note">{sayPublication([section.vintage], section.sources)}</p>}
    </section>
  );
}

function NotHeld({ section: { because, source }, mayImport }: { section: Lacking; mayImport: boolean }) {
  if (!mayImport) return <p class="w-body">{because}</p>;
  return (
    <p class="w-body">
      {because} A plain CSV brings it: its columns are in <span class="w-file">src/sources/{source}/README.md</span>,
      with an example of made-up figures beside it:{' '}
      <span class="w-file">examples/service-measures/made-up-{source}.csv</span>.{' '}
      <a class="govuk-link" href="/import">
        Import a file
      </a>
      .
    </p>
  );
}

const isLacking = (section: { kind: string }): section is Lacking & { title: string } => section.kind === 'lacking';
