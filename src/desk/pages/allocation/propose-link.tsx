/** The way to have the plan shown approved: to a page that asks once more. Nothing for who may not, or when in force. */
export function ProposeLink({ propose }: { propose: string | null }) {
  if (propose === null) return null;
  return (
    <p class="w-body">
      <a class="govuk-link" href={`/allocation/propose?${propose}`}>
        Propose the plan on this page
      </a>
    </p>
  );
}
