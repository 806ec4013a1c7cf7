import { existsSync, openSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { PayloadRequest } from 'payload'

import { definitionOf } from '@/src/imports/definitions'
import { type ImportRequest, openFor, runImport, type ToldAsides } from '@/src/imports/engine/runImport'
import { writeErrorFile } from '@/src/imports/engine/writeErrorFile'
import { emptyCells } from '@/src/imports/reading/emptyCells'
import { openedFile } from '@/src/imports/reading/source'
import { createProgress } from '@/src/imports/staging/progress'

const shownProblems = 200

const ofColumns = (said: Readonly<Record<string, string>>): Record<string, 'percent' | 'share'> =>
  Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) =>
      name.startsWith('rates.') && (value === 'percent' || value === 'share') ? [[name.slice('rates.'.length), value] as const] : [],
    ),
  )

/** What among the rows is none, and whether the totals are those of the rows. */
const toldOfAsides = ({ counts, first, differs }: ToldAsides): string[] => [
  ...first.map(({ row, kind, text }) => `left out, row ${String(row)} (${kind}): ${text}`),
  ...(counts.total + counts.heading + counts.note > first.length ? ['left out: more rows of totals, headings and notes'] : []),
  ...differs.map(
    ({ row, heading, says, comes }) => `row ${String(row)} ${heading}: the total says ${String(says)}, the rows come to ${String(comes)}`,
  ),
]

/** Takes one file in, or says what is wrong with it. Returns the exit code of the command. */
export async function runFileImport({
  req,
  kind,
  file,
  options,
  language,
}: {
  req: PayloadRequest
  kind: string
  file: string
  options: readonly string[]
  language: 'zh' | 'en'
}): Promise<number> {
  // problems are told in the language of the terminal
  req.i18n = { ...req.i18n, language }
  const definition = definitionOf(kind)
  if (!definition) throw new Error(`There is no import of ${kind}`)
  if (!existsSync(file)) {
    process.stderr.write(`There is no file ${file}.\n`)
    return 64
  }
  const said = Object.fromEntries(
    options
      .filter((option) => option.includes('='))
      .map((option) => [option.slice(0, option.indexOf('=')), option.slice(option.indexOf('=') + 1)]),
  )
  const progress = createProgress({ output: process.stdout, now: () => performance.now() })
  progress.phase({ name: definition.title.en, total: 0 })
  const request: ImportRequest = {
    req,
    definition,
    source: openedFile(openSync(path.resolve(file), 'r')),
    ...(said['heads'] ? { heads: openedFile(openSync(path.resolve(said['heads']), 'r')) } : {}),
    dryRun: options.includes('--dry-run'),
    told: { ...said, ...(said['round'] === 'yes' ? { round: 'yes' as const } : {}), ratesOf: ofColumns(said), empty: emptyCells(said) },
    fields: said,
    progress: { advance: (rows: number) => Promise.resolve(progress.advance(rows)) },
  }
  const report = await runImport(request)
  progress.end()
  if (report.headRow > 1) process.stdout.write(`headings stand in row ${String(report.headRow)}; what is above is not read\n`)
  if (report.alone.count > 0)
    process.stdout.write(
      `heads without a line, not imported: ${String(report.alone.count)} (${report.alone.first.join(', ')}${report.alone.count > 5 ? ' …' : ''})\n`,
    )
  for (const line of toldOfAsides(report.asides)) process.stdout.write(`${line}\n`)
  for (const heading of report.unmapped) process.stdout.write(`passed over: column ${heading}\n`)
  for (const { row, heading, column, found, message } of report.errors.slice(0, shownProblems))
    process.stderr.write(`row ${String(row)} ${heading ?? column}: ${found ? `"${found}" ` : ''}${message}\n`)
  if (report.errors.length > 0) {
    for (const { heading, count } of report.problems) process.stderr.write(`${heading}: ${count.toLocaleString('en-US')} problems\n`)
    const target = `${file}.problems.xlsx`
    writeFileSync(target, await writeErrorFile({ table: await openFor(request), errors: report.errors, language }))
    process.stderr.write(
      `Nothing was imported. ${target} is the file with the cells concerned marked: correct them there and send it again.\n`,
    )
    return 65
  }
  process.stdout.write(
    `${String(report.rows)} rows: ${String(report.created)} new, ${String(report.updated)} changed, ${String(report.unchanged)} as they were${report.dryRun ? ' (dry run, nothing kept)' : ''}\n`,
  )
  return 0
}
