import type { BrowserContext, Page } from 'playwright-core';

/** Chromium's own message when a page tries to reconnect to a server that is off. */
const RECONNECTING = /^WebSocket connection to 'ws:.*' failed/;

/** Collects all errors of all pages of a context: exceptions, violations of the content policy, failed loads, console.error. */
export function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(`${placeOf(error.page())}: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() !== 'error' || RECONNECTING.test(message.text())) return;
    complaints.push(`${placeOf(message.page())}: ${message.text()}`);
  });
  return complaints;
}

function placeOf(page: Page | null): string {
  return page ? new URL(page.url()).pathname : 'no page';
}
