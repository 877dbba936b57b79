export interface LinkListProps {
  links: readonly { href: string; text: string }[];
  class?: string;
}

/** Where a reader may go from here, one link a line. */
export function LinkList({ links, class: more }: LinkListProps) {
  return (
    <ul class={more === undefined ? 'w-body-list' : `w-body-list ${more}`}>
      {links.map(({ href, text }) => (
        <li key={href}>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
