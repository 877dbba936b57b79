import { Page } from '../../ui/layout.tsx';

/** What a phone shows without network: a frame without a figure, filled by the phone from what it keeps sealed. */
export function ShellPage() {
  return (
    <Page title="Today" active="/today" unit={null} synthetic={false} islands={['today']} bare>
      <div class="w-today">
        <p class="w-today__says" id="today-says" role="status" />
        <div id="today">
          <h1 class="w-title">Today</h1>
          <p class="w-lead">Opening what this phone keeps of your duty…</p>
        </div>
      </div>
    </Page>
  );
}
