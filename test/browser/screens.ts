import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

const folder = resolve(__dirname, '..', '..', 'docs', 'screens');
export const sizes = { desk: 1_280, phone: 390 } as const;
export type Size = keyof typeof sizes;

/** A picture of the page for docs/screens, made again at each run: whoever changes a page sees what it became. */
export async function shoot(page: Page, name: string, colorScheme: string, size: Size): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({
    path: join(folder, `${name}-${colorScheme}-${size}.png`),
    animations: 'disabled',
    caret: 'hide',
  });
}
