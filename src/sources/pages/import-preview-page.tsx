import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Form } from '../../ui/form.tsx';
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
  const refused = refusalsOf(upload);
  return (
    <Page
      title={refused.length === 0 ? title : `Error: ${title}`}
      active="/import"
      unit={unit}
      synthetic={false}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Import', href: '/import' }, { text: title }]}
      islands={model.progress === null ? [] : ['import-progress']}
    >
      {refused.length === 0 ? null : <ErrorSummary errors={refused.map((text) => ({ href: '#files-sent', text }))} />}
      <h1 class="w-title">{title}</h1>
      <Stage {...model} />
    </Page>
  );
}

/** The sentences that stand in the way, when nothing of an upload can be imported. */
function refusalsOf({ state }: Upload): string[] {
  if (state.kind === 'refused') return [state.sentence];
  if (state.kind !== 'ready' || !isHopeless(state)) return [];
  return state.report.refusedFiles.map(({ because }) => because);
}

const isHopeless = (state: Upload['state']): boolean => state.kind === 'ready' && state.report.imports.length === 0;

function titleOf({ upload: { state }, progress }: ImportPreviewModel): string {
  if (progress !== null) return state.kind === 'reading' ? 'Reading the files' : 'Importing';
  if (state.kind === 'refused' || isHopeless(state)) return 'These files cannot be imported';
  return state.kind === 'ready' ? 'Check before you import' : 'Nothing came of it';
}

function Stage({ upload, progress, onlySynthetic }: ImportPreviewModel) {
  if (progress !== null) return <Working upload={upload} progress={progress} />;
  const { state } = upload;
  if (state.kind === 'ready')
    return <ReadyToImport id={upload.id} report={state.report} onlySynthetic={onlySynthetic} />;
  return (
    <>
      <p class="w-lead">
        {state.kind === 'refused' ? <b>Nothing was changed.</b> : <Failed state={state} id={upload.id} />}
      </p>
      <h2 class="w-h2">Files sent</h2>
      <ul class="w-body-list" id="files-sent" tabIndex={-1}>
        {upload.files.map(({ name }, index) => (
          <li key={index} class="w-file">
            {name}
          </li>
        ))}
      </ul>
      <Form action={`/import/preview/${upload.id}/discard`}>
        <Button text="Choose other files" />
      </Form>
    </>
  );
}

function Failed({ state, id }: { state: Upload['state']; id: string }) {
  if (state.kind === 'failed' && state.because === 'stopped too often')
    return (
      <>
        Wardroom was stopped three times while it was at these files, so it tries no more. Either all of them were
        imported or none:{' '}
        <a class="govuk-link" href="/import">
          see what is held
        </a>
        . If it was one of the files that stopped it, send them one by one to find out which.
      </>
    );
  return (
    <>
      Wardroom met a fault of its own while it was at these files. <b>All of them were imported or none</b>:{' '}
      <a class="govuk-link" href="/import">
        see what is held
      </a>
      . The log has the fault under {id}.
    </>
  );
}

function Working({ upload, progress }: { upload: Upload; progress: string }) {
  return (
    <div data-import-progress={`/import/preview/${upload.id}/progress`}>
      <p class="w-lead w-file" role="status">
        {progress}
      </p>
      <p class="w-body">
        You can leave this page and come back to it; if Wardroom is stopped meanwhile, it goes on when it is started
        again.{' '}
        {upload.state.kind === 'reading' ? 'Nothing is changed by reading.' : 'All of the files are imported, or none.'}
      </p>
      <form action={`/import/preview/${upload.id}`} method="get">
        <Button text="Show progress" secondary />
      </form>
    </div>
  );
}
