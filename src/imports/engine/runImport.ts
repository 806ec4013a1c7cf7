import { createHash } from 'node:crypto'

import { APIError, type PayloadRequest } from 'payload'

import { noted } from '@/src/domain/control/noted'
import { now } from '@/src/engine/clock'
import { workOf } from '@/src/engine/operation'
import { inOneTransaction } from '@/src/engine/transaction'
import { writeAudit } from '@/src/engine/audit'
import { languageOf } from '@/src/engine/refusal'

import { toldByRow, toldProblems } from '../cells'
import { rememberedMapping, rememberMapping } from './rememberedMapping'
import type { ImportError } from '../kinds'
import { openTable, type OpenTable, type Question } from '../reading/openTable'
import { asks } from './asks'
import { listOf } from './listOf'
import { headed } from './readRow'
import type { Encoding } from '../reading/encoding'
import type { Source } from '../reading/source'
import type { Told } from '../reading/readTable'
import type { ImportColumn } from '../column'
import { type ImportDefinition, nothingTaken, type Progress, Refused, type Taken, tell } from './definition'

export type ImportRequest = {
  req: PayloadRequest
  definition: ImportDefinition
  source: Source
  /** a second file: what the documents of the lines in the first say as a whole */
  heads?: Source | undefined
  dryRun: boolean
  told: Told & {
    encoding?: Encoding
    headsEncoding?: Encoding
    dates?: 'mdy' | 'dmy' | 'ymd'
    empty?: Readonly<Record<string, string>>
    round?: 'yes'
    asides?: 'take'
    sheet?: string
    headsSheet?: string
  }
  mapping?: Readonly<Record<string, string | null>> | undefined
  fields: Readonly<Record<string, string>>
  progress?: Progress
}

export type ImportReport = Taken & {
  rows: number
  /** Headings of the file that stand for nothing, and required columns it lacks. */
  unmapped: string[]
  missing: string[]
  questions: Question[]
  others: readonly string[]
  /** The row of the headings; what stands above is not read. */
  headRow: number
  /** Totals, notes and headings among the rows, left out, and how the totals agree with the rows. */
  asides: ToldAsides
  /** Heads without a line: how many, and the first of them. */
  alone: { count: number; first: readonly string[] }
  dryRun: boolean
  /** Where what it made and changed is listed; null where that is nothing. */
  list: string | null
}

export type ToldAsides = Omit<OpenTable['asides'], 'rows'>

export const toldAsides = ({ asides: { counts, first, agree, differs } }: Pick<OpenTable, 'asides'>): ToldAsides => ({
  counts,
  first,
  agree,
  differs,
})

function digestOf(...sources: Array<Source | undefined>): string {
  const hash = createHash('sha256')
  for (const source of sources) for (const part of source?.parts() ?? []) hash.update(part)
  return hash.digest('hex')
}

/** Everything is taken back: there are problems, and nothing comes in by halves. */
class TakenBack extends Error {
  constructor(readonly taken: Taken) {
    super('problems')
  }
}

const ownFields = ({ req, definition }: ImportRequest): readonly ImportColumn[] => definition.columns(req)

/** The file as it stands, mapped as its sender did the last time a file of this source came in. */
export async function openAsLastTime(request: ImportRequest): Promise<OpenTable> {
  const table = await openFor(request)
  const mapping = request.mapping
    ? undefined
    : await rememberedMapping({ req: request.req, kind: request.definition.kind, headings: table.headings })
  return mapping ? openFor({ ...request, mapping }) : table
}

export async function openFor(request: ImportRequest): Promise<OpenTable> {
  const { source, heads, definition, mapping, told } = request
  return openTable({ source, heads, columns: ownFields(request), headColumns: definition.headColumns, mapping, told })
}

/** As a person goes through his file, each column in words of the screen. */
const inOrder = (req: PayloadRequest, columns: readonly ImportColumn[], errors: readonly ImportError[]): ImportError[] =>
  errors
    .map((error) => (error.heading || !error.column ? error : { ...error, heading: headed(req, columns, error.column) }))
    .sort((a, b) => a.row - b.row)

const toldOf = (errors: readonly ImportError[]): Taken => {
  const taken = nothingTaken()
  tell(taken, errors)
  return taken
}

/** What must be clear before a single row is read: columns that are missing, what cannot be seen, what may be read in two ways. */
function beforehand(req: PayloadRequest, table: OpenTable, missing: readonly ImportColumn[]): ImportError[] {
  const language = languageOf(req)
  const lacking = missing.map(({ name, label }) => ({
    row: 1,
    column: name,
    heading: label[language],
    message: language === 'en' ? `The file has no column “${label.en}”` : `文件缺少“${label.zh}”列`,
  }))
  const questions = table.questions.map(({ ask, column, heading, sample }) => ({
    row: 1,
    column,
    heading,
    found: sample,
    message: asks[ask][language],
  }))
  return [...lacking, ...toldProblems(req, table.problems), ...questions]
}

/**
 * One file of one kind: read, mapped, checked and taken in, in one transaction. With a single problem nothing of it comes in; a dry run
 * does the same and keeps nothing.
 */
export async function runImport(request: ImportRequest): Promise<ImportReport> {
  const { req, definition, source, dryRun, fields } = request
  const columns = ownFields(request)
  const table = await openFor(request)
  const missing = columns.filter(({ name, required, mayLack }) => required && !mayLack && !table.columns.includes(name))
  const report = {
    rows: table.rowCount,
    unmapped: table.headings.filter((heading) => heading !== '' && !table.mapping[heading]),
    missing: missing.map(({ name }) => name),
    questions: table.questions,
    others: table.others,
    headRow: table.headRow,
    alone: { count: table.alone.length, first: table.alone.slice(0, 5) },
    asides: toldAsides(table),
    dryRun,
    list: null,
  }
  const errors = beforehand(req, table, missing)
  if (errors.length > 0) return { ...report, ...toldOf(errors) }
  const progress = request.progress ?? { advance: () => Promise.resolve() }
  const taking = { req, table, columns, progress, fields }
  req.context = {}
  delete req.transactionID
  let taken = nothingTaken()
  const began = now(req).instant
  try {
    await inOneTransaction({
      req,
      path: `import ${definition.kind}`,
      body: digestOf(source, request.heads),
      dryRun,
      work: async () => {
        taken = await definition.take(taking)
        if (taken.errors.length > 0) throw new TakenBack(taken)
        await recordImport(req, definition, taken)
        if (request.mapping) await rememberMapping({ req, kind: definition.kind, headings: table.headings, mapping: table.mapping })
        return { status: 200, body: null }
      },
    })
    const isKept = !dryRun && taken.created + taken.updated > 0
    return { ...report, ...taken, list: isKept ? listOf(definition.records.slug, began, now(req).instant) : null }
  } catch (error) {
    if (error instanceof Refused) {
      const explained = await definition.explain?.(taking, error)
      return { ...report, ...(explained ?? toldOf(error.errors)), errors: inOrder(req, columns, explained?.errors ?? error.errors) }
    }
    if (error instanceof TakenBack)
      return { ...report, ...error.taken, created: 0, updated: 0, errors: inOrder(req, columns, error.taken.errors) }
    if (error instanceof APIError && error.status < 500) {
      const row = { row: workOf(req).importRow ?? 0, cells: {} }
      return { ...report, ...toldOf(toldByRow(error, [row])) }
    }
    throw error
  }
}

/** The audit log says who took in how much of what; a file that changed nothing leaves no entry. */
async function recordImport(req: PayloadRequest, { kind }: ImportDefinition, { created, updated }: Taken): Promise<void> {
  if (created + updated === 0) return
  const changes = [noted('created', { zh: '新建', en: 'Created' }, created), noted('updated', { zh: '修改', en: 'Changed' }, updated)]
  await writeAudit(req, { slug: kind, verb: 'import', changes })
}
