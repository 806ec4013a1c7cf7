import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { chromium as browsers } from 'playwright-core'

import { chromium } from './chromium'
import { startServer } from './screens/server'
import { sheetOf } from './screens/sheet'
import type { Shot } from './screens/lookAt'
import type { View } from './screens/views'
import { walkThrough, walkThroughEmpty } from './screens/walk'
import { helpWanted, stopWith } from './terminal'

helpWanted(`npm run screens [-- [--pictures] <part of a view's name> …]

Pictures of every view, in Chinese and English, light and dark, wide and on a phone, in docs/screens: a sheet for each view and language.
Says what was wrong on the way and ends with an error then: errors of a page, requests to anybody else, what reaches beyond the edge,
what is too small to be read, what axe-core finds serious, light and dark, at 1280 and 390 points. --pictures: takes them and looks at nothing else.
Environment: CHROMIUM; DATA_DIR, a seeded demonstration to be used (without it a new one is made); SCREENS_OF, the address of one that
runs already; SCREENS, another folder for the pictures.`)

const executablePath = chromium()
if (!executablePath) stopWith('No Chromium on this machine: install chromium, or set CHROMIUM to one.')
const isJudged = !process.argv.includes('--pictures')
const wanted = process.argv.slice(2).filter((word) => word !== '--pictures')
const folder = path.resolve(process.env.SCREENS ?? 'docs/screens')
const wrong = new Set<string>()
let pictures = 0

const browser = await browsers.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
const walk = {
  browser,
  isJudged,
  isWanted: ({ name }: View): boolean => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  onSeen: async ({ view, language, shots }: { view: View; language: string; shots: readonly Shot[] }): Promise<void> => {
    await mkdir(path.join(folder, language), { recursive: true })
    await writeFile(path.join(folder, language, `${view.name}.webp`), await sheetOf(shots))
    pictures += shots.length
  },
  onWrong: (fault: string): void => {
    if (!wrong.has(fault)) console.error(fault)
    wrong.add(fault)
  },
}

const inNewFolder = async (work: (dataDir: string) => Promise<void>): Promise<void> => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'gendan-screens-'))
  try {
    await work(dataDir)
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

const throughDemo = async (dataDir: string): Promise<void> => {
  const demo = await startServer({ command: 'demo', dataDir })
  try {
    await walkThrough({ ...walk, url: demo.url })
  } finally {
    await demo.close()
  }
}

const throughEmpty = async (dataDir: string): Promise<void> => {
  const admin = { email: 'admin@factory.example', password: 'a house without people 跟单' }
  const empty = await startServer({ command: 'start', dataDir, environment: { ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password } })
  try {
    await walkThroughEmpty({ ...walk, url: empty.url, ...admin })
  } finally {
    await empty.close()
  }
}

try {
  const running = process.env.SCREENS_OF
  if (running) await walkThrough({ ...walk, url: running })
  else {
    await (process.env.DATA_DIR ? throughDemo(process.env.DATA_DIR) : inNewFolder(throughDemo))
    await inNewFolder(throughEmpty)
  }
} finally {
  await browser.close()
}
console.log(`${pictures} pictures in ${folder}${wrong.size > 0 ? `, ${wrong.size} things wrong` : ''}`)
process.exit(wrong.size > 0 ? 1 : 0)
