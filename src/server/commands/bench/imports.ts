import { closeSync, openSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { createLocalReq, getPayload } from 'payload'

import type { BenchHouse } from './benchHouse'
import { inBenchHouse } from './benchHouse'
import { writeSheet } from './importSheets'
import { importFiles } from './importFiles'

/** Highest resident memory above what there was before, looked at twenty times a second, and in each tenth of the rows the highest there was at all. */
async function memoryOf(rows: number, work: (advance: (more: number) => Promise<void>) => Promise<unknown>) {
  const before = process.memoryUsage().rss
  let [peak, done] = [0, 0]
  const tenths: number[] = []
  const look = (): void => {
    const { rss } = process.memoryUsage()
    const tenth = Math.min(9, Math.floor((10 * done) / rows))
    peak = Math.max(peak, rss - before)
    tenths[tenth] = Math.max(tenths[tenth] ?? 0, rss)
  }
  const watch = setInterval(look, 50)
  await work((more) => Promise.resolve(void (done += more))).finally(() => clearInterval(watch))
  return { peak, curve: tenths.filter(Boolean).map((rss) => String(Math.round(rss / 1e6))) }
}

type Asked = { house: BenchHouse; folder: string; rows: number; kinds: readonly string[] }

/** Takes each file in through the engine of the wizard, for a person, and says what a row cost: processor time of the server and of the database. */
async function measure({ house, folder, rows, kinds }: Asked): Promise<void> {
  const { default: config } = await import('@payload-config')
  const { definitionOf } = await import('@/src/imports/definitions')
  const { runImport } = await import('@/src/imports/engine/runImport')
  const { openedFile } = await import('@/src/imports/reading/source')
  const payload = await getPayload({ config })
  const user = await payload.findByID({ collection: 'users', id: house.person, depth: 0, overrideAccess: true })
  for (const { name, kind, extension, lines } of importFiles(rows, kinds)) {
    const definition = definitionOf(kind)
    if (!definition) throw new Error(`There is no import of ${kind}`)
    const file = path.join(folder, `file.${extension}`)
    await writeSheet({ file, rows: lines() })
    const descriptor = openSync(file, 'r')
    const req = await createLocalReq(kind === 'price-policies' ? {} : { user: { ...user, collection: 'users' } }, payload)
    let [taken, node, all] = [0, 0, 0]
    const started = performance.now()
    const memory = await memoryOf(rows, async (advance) => {
      all = await house.cpuOf(async () => {
        const before = process.cpuUsage()
        const source = openedFile(descriptor)
        const report = await runImport({ req, definition, source, dryRun: false, told: {}, fields: {}, progress: { advance } })
        const { user: inUser, system } = process.cpuUsage(before)
        node = (inUser + system) / 1000
        if (report.errors.length > 0) throw new Error(`${name}: ${JSON.stringify(report.errors.slice(0, 3))}`)
        taken = report.rows
      })
    })
    const seconds = (performance.now() - started) / 1000
    const size = statSync(file).size
    closeSync(descriptor)
    unlinkSync(file)
    const each = (milliseconds: number): string => (milliseconds / taken).toFixed(3)
    console.log(
      `${name.padEnd(34)} ${taken.toLocaleString('en-US').padStart(9)} rows  ${(size / 1e6).toFixed(1).padStart(6)} MB  ${Math.round(
        taken / seconds,
      )
        .toLocaleString('en-US')
        .padStart(
          7,
        )} rows/s  processor ms a row: server ${each(node)}, database ${each(all - node)}  memory +${String(Math.round(memory.peak / 1e6))} MB`,
    )
    if (rows >= 500_000) console.log(`  resident MB, tenth by tenth of the rows: ${memory.curve.join(' ')}`)
  }
}

/** `npm run bench -- imports [rows]`: masters, openings and history of so many rows taken in, as CSV and as workbooks. */
export const benchImports = (rows: number, kinds: readonly string[]): Promise<number> =>
  inBenchHouse(async (house) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'gendan-imports-'))
    try {
      await measure({ house, folder, rows, kinds })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
