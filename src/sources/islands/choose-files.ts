// Lets files be dropped beside the file field, lists those chosen, and lets them be taken off the list. The field itself
// holds them, so the form is sent as without this script.
const block = document.querySelector<HTMLElement>('[data-choose-files]');
const input = block?.querySelector<HTMLInputElement>('input[type="file"]');

if (block && input) {
  const mostBytes = Number(block.dataset.mostMegabytes) * 1_000_000;
  const drop = element('p', 'w-choose__drop', 'Or drop files here.');
  const list = element('ul', 'w-choose__list', '');
  list.setAttribute('aria-label', 'Files chosen');
  const told = element('p', 'w-choose__told', '');
  told.setAttribute('role', 'status');
  block.append(drop, list, told);
  block.classList.add('w-choose--ready');
  let chosen: File[] = [];

  const show = () => {
    const bytes = chosen.reduce((sum, { size }) => sum + size, 0);
    list.replaceChildren(...chosen.map((file) => line(file, () => choose(chosen.filter((each) => each !== file)))));
    list.hidden = chosen.length === 0;
    const files = chosen.length === 1 ? 'One file' : `${chosen.length} files`;
    told.textContent =
      chosen.length === 0
        ? ''
        : bytes > mostBytes
          ? `${files}, ${size(bytes)} together: that is more than ${block.dataset.mostMegabytes} MB, so take some off, or use the command “wardroom import”.`
          : `${files}, ${size(bytes)} together.`;
  };
  const choose = (files: File[]) => {
    const kept = new DataTransfer();
    for (const file of files) kept.items.add(file);
    chosen = files;
    input.files = kept.files;
    show();
  };
  const add = (files: Iterable<File>) => {
    const fresh = [...files].filter((file) => !chosen.some((each) => isSame(each, file)));
    choose([...chosen, ...fresh]);
  };

  input.addEventListener('change', () => add(input.files ?? []));
  for (const kind of ['dragenter', 'dragover'])
    block.addEventListener(kind, (event) => {
      event.preventDefault();
      block.classList.add('w-choose--over');
    });
  for (const kind of ['dragleave', 'drop'])
    block.addEventListener(kind, () => block.classList.remove('w-choose--over'));
  block.addEventListener('drop', (event) => {
    event.preventDefault();
    add(event.dataTransfer?.files ?? []);
  });
  // A browser may bring files back when the page is opened again.
  add(input.files ?? []);
}

function line(file: File, takeOff: () => void): HTMLLIElement {
  const item = document.createElement('li');
  const button = element('button', 'w-choose__off govuk-link', 'Take off');
  button.type = 'button';
  button.append(element('span', 'govuk-visually-hidden', ` ${file.name}`));
  button.addEventListener('click', () => {
    takeOff();
    document.querySelector<HTMLElement>('[data-choose-files] input')?.focus();
  });
  item.append(element('span', 'w-file', file.name), element('span', 'w-choose__size', size(file.size)), button);
  return item;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, classes: string, text: string) {
  const made = document.createElement(name);
  made.className = classes;
  made.textContent = text;
  return made;
}

const isSame = (a: File, b: File): boolean =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export {};
