/** The way to put the plan shown in force: to a page that asks once more. Nothing when it is in force already. */
export function AdoptLink({ adopt }: { adopt: string | null }) {
  if (adopt === null) return null;
  return (
    <p class="w-body">
      <a class="govuk-link" href={`/allocation/adopt?${adopt}`}>
        Adopt the plan on this page
      </a>
    </p>
  );
}
