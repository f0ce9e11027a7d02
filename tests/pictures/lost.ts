import type { Page } from 'playwright-core';

/** Before the page is opened again: its connection goes through here. Resolves with what cuts it for good. */
export async function onALead(page: Page): Promise<() => void> {
  let cut = false;
  const close: (() => void)[] = [];
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (cut) {
      void socket.close();
      return;
    }
    socket.connectToServer();
    close.push(() => void socket.close());
  });
  await page.reload();
  return () => {
    cut = true;
    for (const each of close) each();
  };
}
