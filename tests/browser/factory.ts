import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'

import { type Browser, chromium, type Page } from 'playwright-core'

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

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

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
  const port = await freePort()
  const { NODE_OPTIONS: _jest, NODE_ENV: _test, DATABASE_URL: _database, JEST_WORKER_ID: _worker, ...environment } = process.env
  const server: ChildProcess = spawn(process.execPath, ['--conditions=production', 'src/server/launch.mjs', 'demo'], {
    env: { ...environment, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, LOGIN_RATE_LIMIT: '1000', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (chunk: Buffer): void => void (said += chunk.toString())
  server.stdout?.on('data', listen)
  server.stderr?.on('data', listen)
  const url = `http://localhost:${String(port)}`
  for (let second = 0; ; second += 1) {
    const ready = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready && said.includes('/admin')) break
    if (server.exitCode !== null || second > 880) throw new Error(`The demonstration did not open:\n${said.slice(-3000)}`)
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] as string, args: flags })
  const foreign: string[] = []
  const signIn = async (title: string, device?: Device): Promise<Page> => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 1000 }, acceptDownloads: true, ...device })
    context.setDefaultTimeout(PATIENCE)
    const page = await context.newPage()
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith('data:') && !request.url().startsWith('blob:'))
        foreign.push(request.url())
    })
    await page.goto(`${url}/admin/login`)
    await page.locator('.demo-accounts button', { hasText: title }).first().click()
    await page.waitForURL(/\/admin\/?$/)
    return page
  }
  const close = async (): Promise<void> => {
    await browser.close()
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await gone
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { url, browser, signIn, foreign, close }
}
