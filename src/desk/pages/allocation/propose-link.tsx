/**
 * The way to have the plan shown approved: to a page that asks once more. Nothing for who may not; hidden while there is
 * nothing to propose, as when the plan is in force, until the sliders make another.
 */
export function ProposeLink({ propose, mayPropose }: { propose: string | null; mayPropose: boolean }) {
  if (!mayPropose) return null;
  return (
    <p class="w-body" id="what-if-propose" hidden={propose === null}>
      <a class="govuk-link" href={`/allocation/propose${propose === null ? '' : `?${propose}`}`}>
        Propose the plan on this page
      </a>
    </p>
  );
}
