import type { BrowserContext, Page } from 'playwright-core';

/** What Chromium itself writes when a page knocks at a server that is off: the page's own attempt to come back. */
const KNOCKING = /^WebSocket connection to 'ws:.*' failed/;

/** Collects every error of every page of a context: exceptions, the content policy, failed loads, console.error. */
export function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(`${placeOf(error.page())}: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() !== 'error' || KNOCKING.test(message.text())) return;
    complaints.push(`${placeOf(message.page())}: ${message.text()}`);
  });
  return complaints;
}

function placeOf(page: Page | null): string {
  return page ? new URL(page.url()).pathname : 'no page';
}
