import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import type { Upload } from '../uploads/model.ts';
import { ReadyToImport } from './ready-to-import.tsx';

export interface ImportPreviewModel {
  unit: { name: string; boroughs: string[] };
  upload: Upload;
  /** How far the work is, while it goes on; null when none is under way. */
  progress: string | null;
  /** True while made-up figures are what the pages show. */
  onlySynthetic: boolean;
}

/** What was found in files just sent, and what importing them would change. Nothing has changed yet. */
export function ImportPreviewPage(model: ImportPreviewModel) {
  const { unit, upload } = model;
  const title = titleOf(model);
  const refused = upload.state.kind === 'refused' ? upload.state.sentence : null;
  return (
    <Page
      title={refused === null ? title : `Error: ${title}`}
      active="/import"
      unit={unit}
      synthetic={false}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Import', href: '/import' }, { text: title }]}
      islands={model.progress === null ? [] : ['import-progress']}
    >
      {refused === null ? null : <ErrorSummary errors={[{ href: '#files-sent', text: refused }]} />}
      <h1 class="w-title">{title}</h1>
      <Stage {...model} />
    </Page>
  );
}

function titleOf({ upload, progress }: ImportPreviewModel): string {
  if (progress !== null) return upload.state.kind === 'reading' ? 'Reading the files' : 'Importing';
  if (upload.state.kind === 'ready') return 'Check before you import';
  if (upload.state.kind === 'refused') return 'These files cannot be imported';
  return 'Nothing came of it';
}

function Stage({ upload, progress, onlySynthetic }: ImportPreviewModel) {
  if (progress !== null) return <Working upload={upload} progress={progress} />;
  const { state } = upload;
  if (state.kind === 'ready')
    return <ReadyToImport id={upload.id} report={state.report} onlySynthetic={onlySynthetic} />;
  return (
    <>
      <p class="w-lead">
        {state.kind === 'refused' ? <b>Nothing was changed.</b> : <Interrupted state={state.kind} id={upload.id} />}
      </p>
      <h2 class="w-h2">Files sent</h2>
      <ul class="w-body-list" id="files-sent" tabIndex={-1}>
        {upload.files.map(({ name }, index) => (
          <li key={index} class="w-file">
            {name}
          </li>
        ))}
      </ul>
      <form action={`/import/preview/${upload.id}/discard`} method="post">
        <Button text="Choose other files" />
      </form>
    </>
  );
}

function Interrupted({ state, id }: { state: string; id: string }) {
  if (state === 'failed')
    return (
      <>
        Wardroom met a fault of its own while it read the files. <b>Nothing was changed.</b> The log has it under {id}.
      </>
    );
  if (state === 'importing')
    return (
      <>
        Wardroom was stopped while it imported the files. Either all of them were imported or none:{' '}
        <a class="govuk-link" href="/import">
          see what is held
        </a>
        .
      </>
    );
  return (
    <>
      Wardroom was stopped while it read the files. <b>Nothing was changed.</b> Send them again.
    </>
  );
}

function Working({ upload, progress }: { upload: Upload; progress: string }) {
  return (
    <div data-import-progress={`/import/preview/${upload.id}/progress`}>
      <p class="w-lead" role="status">
        {progress}
      </p>
      <p class="w-body">
        You can leave this page and come back to it.{' '}
        {upload.state.kind === 'reading' ? 'Nothing is changed by reading.' : 'All of the files are imported, or none.'}
      </p>
      <form action={`/import/preview/${upload.id}`} method="get">
        <Button text="Show progress" secondary />
      </form>
    </div>
  );
}
