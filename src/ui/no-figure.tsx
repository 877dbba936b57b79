/** A dash where a figure would stand, with why there is none for who cannot see it. */
export function NoFigure({ because = 'no figure' }: { because?: string }) {
  return (
    <span>
      <span aria-hidden="true">–</span>
      <span class="govuk-visually-hidden">{because}</span>
    </span>
  );
}
