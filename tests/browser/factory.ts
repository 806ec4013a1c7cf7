import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { type Browser, chromium, type Page } from 'playwright-core'

import { startServer } from '../../src/server/commands/screens/server'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A limit ends what hangs; a busy machine takes ten times as long as a quiet one. */
export const PATIENCE = 180_000

export type Device = { viewport: { width: number; height: number }; hasTouch: boolean; isMobile: boolean }

export type OpenFactory = {
  url: string
  browser: Browser
  /** A page of a person of the demonstration, signed in through the list on the sign-in page. */
  signIn: (title: string, device?: Device) => Promise<Page>
  /** What pages asked of anybody else: must stay empty. */
  foreign: string[]
  close: () => Promise<void>
}

/** The demonstration factory as a stranger starts it: one command, a fresh data directory, a real Chromium. */
export async function openFactory(): Promise<OpenFactory> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'gendan-browser-'))
  const { url, close: stop } = await startServer({ command: 'demo', dataDir })
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] as string, args: flags })
  const foreign: string[] = []
  const signIn = async (title: string, device?: Device): Promise<Page> => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 1000 }, acceptDownloads: true, ...device })
    context.setDefaultTimeout(PATIENCE)
    const page = await context.newPage()
    page.on('request', (request) => {
      // what the browser asks of itself, to show a PDF, leaves for nowhere
      if (!request.url().startsWith(url) && /^(https?|wss?):/.test(request.url())) foreign.push(request.url())
    })
    await page.goto(`${url}/admin/login`)
    await page.locator('.demo-accounts button', { hasText: title }).first().click()
    await page.waitForURL(/\/admin\/?$/)
    return page
  }
  const close = async (): Promise<void> => {
    await browser.close()
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { url, browser, signIn, foreign, close }
}
