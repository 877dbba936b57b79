import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import type { StandingImport } from '../standing/standing-import.ts';
import { HeldVintage } from './held-vintage.tsx';
import { TakenBack } from './taken-back.tsx';
import { UploadForm, type UploadFormModel } from './upload-form.tsx';

export interface ImportPageModel {
  unit: { name: string; boroughs: string[] };
  /** Newest first. */
  imports: StandingImport[];
  /** What was just done, and what follows from it; null when the page was merely opened. */
  done: { heading: string; notices: string[] } | null;
  form: UploadFormModel;
  /** Which page of the vintages is shown, the first being 1, and how many vintages are on one. */
  page: { number: number; vintages: number };
}

/** What is held, where it came from, and the way to add to it or take it back. */
export function ImportPage({ unit, imports, done, form, page }: ImportPageModel) {
  const live = imports.filter((record) => record.revertedAt === null);
  const vintages = [...new Set(live.map((record) => record.vintage))];
  const first = (page.number - 1) * page.vintages;
  return (
    <Page
      title={form.error === null ? 'Import' : 'Error: Import'}
      active="/import"
      unit={unit}
      synthetic={false}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Import' }]}
      islands={['choose-files']}
    >
      {form.error === null ? null : (
        <ErrorSummary errors={[{ href: `#${form.error.field}`, text: form.error.message }]} />
      )}
      {done === null ? null : (
        <NotificationBanner success heading={done.heading}>
          {done.notices.map((notice) => (
            <p key={notice} class="w-body w-file">
              {notice}
            </p>
          ))}
        </NotificationBanner>
      )}
      <h1 class="w-title">Import public files</h1>
      <p class="w-lead">
        Files are read and shown to you first. Nothing changes until you say so, and what was imported can be taken
        back.
      </p>
      <UploadForm {...form} />
      <section class="w-section" aria-labelledby="held">
        <h2 class="w-h2" id="held">
          What is held
        </h2>
        <p class="w-answer">
          <HeldAnswer files={live} vintages={vintages.length} />
        </p>
        {vintages.slice(first, first + page.vintages).map((vintage) => (
          <HeldVintage key={vintage} vintage={vintage} files={live.filter((record) => record.vintage === vintage)} />
        ))}
        <OtherPages number={page.number} pages={Math.ceil(vintages.length / page.vintages)} />
        <TakenBack files={imports.filter((record) => record.revertedAt !== null)} />
      </section>
    </Page>
  );
}

function HeldAnswer({ files, vintages }: { files: StandingImport[]; vintages: number }) {
  if (files.length === 0) return <>Nothing is held yet: choose files above.</>;
  if (files.every((file) => file.kind === 'synthetic'))
    return (
      <>
        <b>Made-up figures only.</b> The first real figures you import replace them, but ward officers’ minutes stand
        beside them; take those back and the made-up ones return.
      </>
    );
  return (
    <>
      <b>
        {files.length} {files.length === 1 ? 'file' : 'files'}
      </b>{' '}
      in {vintages} {vintages === 1 ? 'vintage' : 'vintages'}. A vintage is one publication: figures of two vintages are
      never mixed in one series.
    </>
  );
}

function OtherPages({ number, pages }: { number: number; pages: number }) {
  if (pages <= 1) return null;
  return (
    <p class="w-body">
      {number > 1 ? (
        <a class="govuk-link" href={`/import?page=${Math.min(number - 1, pages)}#held`}>
          Later vintages
        </a>
      ) : null}{' '}
      {number < pages ? (
        <a class="govuk-link" href={`/import?page=${number + 1}#held`}>
          Earlier vintages
        </a>
      ) : null}{' '}
      Page {Math.min(number, pages)} of {pages}
    </p>
  );
}
