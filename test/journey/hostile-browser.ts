import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** What a hostile text achieved in a page. */
export interface Achieved {
  /** Scripts of a hostile text that ran, and dialogs that opened. */
  ran: number;
  /** Elements on which a script would run if somebody touched them: handlers, script addresses, scripts of no nonce. */
  armed: string[];
}

const AT_ONCE = 40;
/** Images and scripts that fail must have had their time. */
const SETTLE_MILLISECONDS = 300;

/** Chromium without a sandbox of its own, for pages of our own making. */
export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic'] });

/**
 * Reads pages in a real browser as their readers would, forty at a time in frames. The content security policy is left
 * out, so that it is the escaping alone that is tried.
 * @param documents whole pages as the server answered them
 */
export async function readHostile(browser: Browser, documents: readonly string[]): Promise<Achieved> {
  const context = await browser.newContext({ bypassCSP: true });
  const achieved: Achieved = { ran: 0, armed: [] };
  try {
    const page = await watched(context, achieved);
    await context.route('**/*', (route) => {
      const [, kind, at] = new URL(route.request().url()).pathname.split('/');
      if (kind === 'frames')
        return route.fulfill({ contentType: 'text/html', body: framesFrom(Number(at), documents) });
      if (kind === 'document')
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body: documents[Number(at)] ?? '' });
      return route.abort();
    });
    for (let at = 0; at < documents.length; at += AT_ONCE) {
      await page.goto(`http://hostile.test/frames/${at}`);
      await page.waitForTimeout(SETTLE_MILLISECONDS);
      achieved.armed.push(...(await page.evaluate(armedElements)));
    }
    return achieved;
  } finally {
    await context.close();
  }
}

/** A page in which every hostile text that runs is counted, whether it calls the canary or opens a dialog. */
export async function watched(context: BrowserContext, achieved: Achieved): Promise<Page> {
  await context.exposeBinding('canary', () => {
    achieved.ran += 1;
  });
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    achieved.ran += 1;
    void dialog.dismiss();
  });
  return page;
}

function framesFrom(first: number, documents: readonly string[]): string {
  const last = Math.min(first + AT_ONCE, documents.length);
  return Array.from({ length: last - first }, (_, at) => `<iframe src="/document/${first + at}"></iframe>`).join('');
}

/** Runs in the browser. */
function armedElements(): string[] {
  const found: string[] = [];
  for (let at = 0; at < window.frames.length; at += 1) {
    const inside = window.frames[at]?.document;
    for (const element of inside?.querySelectorAll('*') ?? []) {
      const handler = [...element.attributes].some(({ name }) => name.startsWith('on'));
      const address = [...element.attributes].some(({ value }) =>
        /^[\s\p{Cc}]*(javascript|data|vbscript):/iu.test(value),
      );
      const linked = element.matches('a, area, form, iframe, object, embed, use, script, base, meta');
      const foreign = element.matches('script:not([src^="/assets/"]), iframe, object, embed, base');
      if (handler || (address && linked) || foreign) found.push(element.outerHTML.slice(0, 200));
    }
  }
  return found;
}
