import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A whole page as the text of an HTML document; text and attributes are escaped by preact. */
export function renderPage(page: VNode): string {
  return `<!DOCTYPE html>\n${renderToString(page)}\n`;
}
