import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import type { ImportRecord } from '../model.ts';
import { HeldVintage } from './held-vintage.tsx';
import { TakenBack } from './taken-back.tsx';
import { UploadForm, type UploadFormModel } from './upload-form.tsx';

export interface ImportPageModel {
  unit: { name: string; boroughs: string[] };
  /** Newest first. */
  imports: ImportRecord[];
  /** What was just done, and what follows from it; null when the page was merely opened. */
  done: { heading: string; notices: string[] } | null;
  form: UploadFormModel;
}

/** What is held, where it came from, and the way to add to it or take it back. */
export function ImportPage({ unit, imports, done, form }: ImportPageModel) {
  const live = imports.filter((record) => record.revertedAt === null);
  const vintages = [...new Set(live.map((record) => record.vintage))];
  return (
    <Page
      title={form.error === null ? 'Import' : 'Error: Import'}
      active="/import"
      unit={unit}
      synthetic={false}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Import' }]}
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
        {vintages.map((vintage) => (
          <HeldVintage
            key={vintage}
            vintage={vintage}
            files={live.filter((record) => record.vintage === vintage)}
            counts={live.every((record) => record.kind === 'synthetic' || record.kind === 'boundaries')}
          />
        ))}
        <TakenBack files={imports.filter((record) => record.revertedAt !== null)} />
      </section>
    </Page>
  );
}

function HeldAnswer({ files, vintages }: { files: ImportRecord[]; vintages: number }) {
  if (files.length === 0) return <>Nothing is held yet: choose files above.</>;
  if (files.every((file) => file.kind === 'synthetic'))
    return (
      <>
        <b>Made-up figures only.</b> The first real figures you import replace them; take those back and the made-up
        ones return.
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
