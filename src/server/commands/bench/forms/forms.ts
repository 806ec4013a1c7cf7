import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { type Browser, chromium as browsers, type Page } from 'playwright-core'

import { demoAccounts, demoPassword } from '@/src/demo/accounts'

import { chromium } from '../../chromium'
import { startServer } from '../../screens/server'
import { stopWith } from '../../terminal'
import { median } from '../benchHouse'
import { processorOf } from '../processor'
import { isQuick } from '../size'
import { builtPlatformCopy } from './platformCopy'
import { keyToFrame, untilHeard } from './inPage'

const clerk = demoAccounts[0]?.email ?? ''
/** The platform's own form of a long order takes minutes, of 1,000 lines more than anybody waits. */
const roundsOf = (lines: number): number => (isQuick ? 1 : lines > 200 ? 2 : 5)
const keys = isQuick ? 5 : 30

/** Where the first quantity of an order is typed, and what says that the form has heard it. */
const forms = {
  ours: { quantity: '[aria-label="数量 1"]:not([readonly])', heard: '.save__open' },
  platform: { quantity: '#field-lines__0__qty', heard: '#action-save:not([disabled])' },
} as const
type Form = keyof typeof forms

type Measured = { opened: number; drawing: number; serving: number; sent: number; key: number; typing: number; load: number }
type Asking = { page: Page; url: string }

const answered = async <Answer>({ page, url }: Asking, address: string, send?: object): Promise<Answer> => {
  const asked = { headers: { Origin: url } }
  const answer = send
    ? await page.request.post(`${url}${address}`, { ...asked, data: send })
    : await page.request.get(`${url}${address}`, asked)
  if (!answer.ok()) throw new Error(`${address}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

/** A window of its own in which the clerk is logged in. */
async function openWindow(browser: Browser, url: string): Promise<Asking> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: 'payload-lng', value: 'zh', url }])
  const page = await context.newPage()
  await answered({ page, url }, '/api/users/login', { email: clerk, password: demoPassword })
  return { page, url }
}

/** An order of so many lines, a draft, so that every line can be typed in. */
async function enter(asking: Asking, lines: number): Promise<number> {
  type Docs = { docs: Array<{ id: number }> }
  const { docs: customers } = await answered<Docs>(asking, '/api/customers?where[status][equals]=active&depth=0&limit=1&sort=id')
  const where = 'where[active][equals]=true&where[batchControlled][not_equals]=true&where[listPrice][greater_than]=0'
  const { docs: items } = await answered<Docs>(asking, `/api/items?${where}&depth=0&limit=20&sort=code`)
  const { doc } = await answered<{ doc: { id: number } }>(asking, '/api/orders?depth=0', {
    customer: customers[0]?.id,
    lines: Array.from({ length: lines }, (_, index) => ({ item: items[index % items.length]?.id, qty: 1 })),
  })
  return doc.id
}

/** The processor time of the page's own thread so far, in milliseconds. */
async function threadOf(page: Page): Promise<() => Promise<number>> {
  const tools = await page.context().newCDPSession(page)
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await tools.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
}

/** Opens the order as often as is wanted, the first time only so that scripts and server are warm; types into its first quantity. */
async function measure({ page, url }: Asking, form: Form, order: { id: number; lines: number }, server: number): Promise<Measured> {
  const { quantity, heard } = forms[form]
  const address = `${url}/admin/collections/orders/${order.id}`
  const times: Array<Pick<Measured, 'opened' | 'drawing' | 'serving' | 'sent'>> = []
  const drawn = await threadOf(page)
  for (let round = 0; round <= roundsOf(order.lines); round += 1) {
    await page.goto('about:blank')
    const [drawnBefore, servedBefore] = [await drawn(), processorOf(server)]
    await page.goto(address, { waitUntil: 'commit' })
    const { at, bytes } = await page.evaluate(untilHeard, { quantity, heard, patience: 300_000 })
    if (round > 0)
      times.push({ opened: at, drawing: (await drawn()) - drawnBefore, serving: processorOf(server) - servedBefore, sent: bytes })
  }
  await page.waitForLoadState('networkidle')
  const before = await drawn()
  await page.locator(quantity).focus()
  await page.evaluate(keyToFrame)
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press(key % 6 === 5 ? 'Backspace' : '1')
    await page.waitForFunction((count) => (globalThis.__frames?.length ?? 0) > count, key)
  }
  await page.waitForTimeout(1500) // what a form does when somebody pauses belongs to typing
  const frames = await page.evaluate(() => [...(globalThis.__frames ?? [])])
  const typing = ((await drawn()) - before) / keys
  const middle = (part: keyof (typeof times)[number]): number => median(times.map((each) => each[part]))
  return {
    opened: middle('opened'),
    drawing: middle('drawing'),
    serving: middle('serving'),
    sent: middle('sent'),
    key: median(frames),
    typing,
    load: os.loadavg()[0] ?? 0,
  }
}

const rows: ReadonlyArray<{ name: string; of: keyof Measured; unit: string }> = [
  { name: 'asked for until its first quantity is typed in', of: 'opened', unit: 'ms' },
  { name: 'processor: the page', of: 'drawing', unit: 'ms' },
  { name: 'processor: the server', of: 'serving', unit: 'ms' },
  { name: 'the page itself, unpacked', of: 'sent', unit: 'kB' },
  { name: 'a key until the next frame', of: 'key', unit: 'ms' },
  { name: 'processor of the page, a key', of: 'typing', unit: 'ms' },
]

/** `npm run bench -- forms [lines …]`: the same order in the workbench and in the platform's own form, opened and typed in, in Chromium. */
export async function benchForms(sizes: readonly number[]): Promise<number> {
  const executablePath = chromium()
  if (!executablePath) return stopWith('No Chromium on this machine: install chromium, or set CHROMIUM to one.')
  console.log('Building the platform’s own forms from a copy of the sources')
  const trees = { ours: process.cwd(), platform: await builtPlatformCopy() }
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'gendan-forms-'))
  const told = new Map<string, Measured | string>()
  const orders: number[] = []
  try {
    for (const form of ['ours', 'platform'] as const) {
      // the demonstration is told once; both serve the same books
      const server = await startServer({ command: form === 'ours' ? 'demo' : 'start', dataDir, tree: trees[form] })
      const browser = await browsers.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] })
      try {
        const asking = await openWindow(browser, server.url)
        asking.page.setDefaultTimeout(600_000)
        if (form === 'ours') for (const lines of sizes) orders.push(await enter(asking, lines))
        for (const [index, lines] of sizes.entries()) {
          const measured = await measure(asking, form, { id: orders[index] ?? 0, lines }, server.pid).catch(
            (error: unknown) => String(error).split('\n')[0] ?? '',
          )
          console.log(`${form} ${lines} lines: ${JSON.stringify(measured)}`)
          told.set(`${form} ${lines}`, measured)
        }
      } finally {
        await browser.close()
        await server.close()
      }
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
  for (const lines of sizes) tell(lines, told.get(`ours ${lines}`), told.get(`platform ${lines}`))
  return 0
}

function tell(lines: number, ours: Measured | string | undefined, platform: Measured | string | undefined): void {
  console.log(`An order of ${lines.toLocaleString('en-US')} lines, the middle of ${roundsOf(lines)} openings, ${keys} keys`)
  for (const [form, measured] of [
    ['workbench', ours],
    ['platform', platform],
  ] as const)
    if (typeof measured !== 'object') console.log(`${form}: ${measured ?? 'not measured'}`)
  if (typeof ours !== 'object') return
  for (const { name, of, unit } of rows) {
    const other = typeof platform === 'object' ? platform[of] : null
    const said = other === null ? '' : `   platform ${other.toFixed(0).padStart(6)} ${unit}   ratio ${(other / ours[of]).toFixed(1)}`
    console.log(`${name.padEnd(48)} workbench ${ours[of].toFixed(0).padStart(6)} ${unit}${said}`)
  }
}
