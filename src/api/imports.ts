import { APIError, type Endpoint, type PayloadRequest } from 'payload'

import { hasRole } from '@/src/access/roles'
import { definitionOf, definitions } from '@/src/imports/definitions'
import type { ImportDefinition } from '@/src/imports/engine/definition'
import { type ImportRequest, openAsLastTime, openFor, runImport, toldAsides } from '@/src/imports/engine/runImport'
import { writeErrorFile } from '@/src/imports/engine/writeErrorFile'
import { writeTemplate } from '@/src/imports/engine/writeTemplate'
import { importPriceBook } from '@/src/imports/importPriceBook'
import type { ImportKind } from '@/src/imports/kinds'
import { toldProblems } from '@/src/imports/cells'
import { NotJoined } from '@/src/imports/reading/joinedSheets'
import { readTable } from '@/src/imports/reading/readTable'
import { languageOf, refuse } from '@/src/engine/refusal'

import { answersOf, invalid, mappingOf, mayImport, requested, upload } from './importUpload'
import { streamedLines } from './streamedLines'
import { requireUser } from './whoAsks'
import { notFound } from './notFound'

/** Files that are no list of records: what comes of them is one document. */
const kinds: readonly ImportKind[] = [importPriceBook]

const mostRows = 20_000

/** What two files need to be put together. */
const notJoined = {
  noKey: () => 'a heading both files have, with the number of the document',
  notUnique: (found: string) => `one file in which every number stands once; "${found}" stands twice in both`,
} as const

/** A file that is no table is told as such. */
const readable = <Result>(req: PayloadRequest, work: Promise<Result>): Promise<Result> =>
  work.catch((error: unknown) => {
    if (error instanceof NotJoined) return invalid(req, 'heads', notJoined[error.reason](error.found))
    if (error instanceof Error && 'code' in error && /^(CSV|WORKBOOK)_/.test(String(error.code))) return invalid(req, 'file', 'csv, xlsx')
    throw error
  })

/** Rows done so far, a line each time, then the report. */
function streamed(request: ImportRequest, release: () => void): Response {
  let done = 0
  return streamedLines({
    req: request.req,
    what: `Import of ${request.definition.kind}`,
    work: async (say) => {
      const advance = (rows: number): Promise<void> => say({ done: (done += rows) })
      return { report: await runImport({ ...request, progress: { advance } }) }
    },
    end: release,
  })
}

async function runDefinition(req: PayloadRequest, definition: ImportDefinition): Promise<Response> {
  const { release, ...request } = await requested(req, definition)
  if (request.fields['progress'] === 'true') return streamed(request, release)
  return Response.json(await readable(req, runImport(request)).finally(release))
}

const definitionNamed = (req: PayloadRequest): ImportDefinition => {
  requireUser(req)
  const definition = definitionOf(req.routeParams?.['kind'])
  if (!definition) throw notFound()
  mayImport(req, definition)
  return definition
}

/** What a file holds before anything is done with it: headings, the proposed mapping, samples, questions. */
const inspect: Endpoint['handler'] = async (req) => {
  const definition = definitionNamed(req)
  const { release, ...request } = await requested(req, definition)
  const table = await readable(req, openAsLastTime(request)).finally(release)
  const columns = definition.columns(req).map(({ name, label, required, mayLack, note, type, fills }) => ({
    name,
    label: label[languageOf(req)],
    required: required === true && !mayLack,
    note: note?.[languageOf(req)] ?? '',
    fills: fills === true || (required === true && (type === 'relation' || type === 'day')),
  }))
  const { headings, mapping, samples, rowCount, questions, others, sheet, sheets, headsSheet, headsSheets, headRow, alone } = table
  return Response.json({
    columns,
    headings,
    mapping,
    samples,
    rows: rowCount,
    questions,
    others,
    sheet,
    sheets,
    headsSheet,
    headsSheets,
    headRow,
    asides: toldAsides(table),
    alone: { count: alone.length, first: alone.slice(0, 5) },
    allows: ['round', ...(definition.allows ?? [])],
  })
}

const sheetAnswer = (name: string, content: Buffer): Response =>
  new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}.xlsx`,
    },
  })

/** The wrong rows of a file with their reasons, to be corrected and sent again. */
const errorFile: Endpoint['handler'] = async (req) => {
  const definition = definitionNamed(req)
  const { release, ...request } = await requested(req, definition)
  const language = languageOf(req)
  const name = `${definition.title[language]}-${language === 'zh' ? '问题' : 'problems'}`
  try {
    const { errors } = await readable(req, runImport({ ...request, dryRun: true }))
    return sheetAnswer(name, await writeErrorFile({ table: await openFor(request), errors, language }))
  } finally {
    release()
  }
}

const template: Endpoint['handler'] = async (req) => {
  const definition = definitionNamed(req)
  const asked = req.searchParams?.get('language')
  const language = asked === 'zh' || asked === 'en' ? asked : languageOf(req)
  return sheetAnswer(definition.title[language], await writeTemplate({ definition, columns: definition.columns(req), language }))
}

/** The kinds a person may import, in the order a company that moves in needs them, and how much of each is there. */
const list: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const language = languageOf(req)
  const kinds = []
  for (const { kind, title, note, records, roles, headColumns } of definitions) {
    if (!hasRole(req.user, ...roles)) continue
    const { totalDocs } = await req.payload.count({
      collection: records.slug,
      ...(records.where ? { where: records.where } : {}),
      overrideAccess: false,
      disableErrors: true,
      req,
    })
    kinds.push({ kind, title: title[language], note: note[language], there: totalDocs, joins: headColumns !== undefined })
  }
  return Response.json({ kinds })
}

/** Upload of a CSV or Excel file: what it made, and per row what is wrong with it. */
const run: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const definition = definitionOf(req.routeParams?.['kind'])
  if (definition) return runDefinition(req, definition)
  const kind = kinds.find((entry) => entry.kind === req.routeParams?.['kind'])
  if (!kind) throw notFound()
  if (!hasRole(req.user, ...kind.roles)) refuse(req, { code: 'FORBIDDEN', facts: { verb: 'import', kind: kind.kind, roles: kind.roles } })
  const { source, dryRun, fields, release } = await upload(req)
  const bytes = source.whole()
  release()
  const { figures, rates } = kind
  // what the sender says a heading stands for counts before what it is called
  const chosen = Object.entries(mappingOf(req, fields) ?? {}).flatMap(([heading, column]) => (column === null ? [] : [[heading, column]]))
  const headings = { ...kind.headings, ...(Object.fromEntries(chosen) as Record<string, string>) }
  const table = await readTable({ bytes, headings, figures, rates, told: answersOf(req, fields) }).catch((error: unknown) => {
    if (error instanceof APIError) throw error
    return invalid(req, 'file', 'csv, xlsx')
  })
  const missing = kind.required.filter((column) => !table.columns.includes(column))
  if (missing.length > 0) invalid(req, 'file', `columns: ${missing.join(', ')}`)
  if (table.rows.length > mostRows) invalid(req, 'file', `≤ ${String(mostRows)} rows`)
  // what a person does not see as it would be read is not read at all
  if (table.problems.length > 0)
    return Response.json({ rows: table.rows.length, created: 0, updated: 0, errors: toldProblems(req, table.problems) })
  return Response.json({ rows: table.rows.length, ...(await kind.run({ req, table, dryRun, fields })) })
}

export const imports: readonly Endpoint[] = [
  { path: '/import', method: 'get', handler: list },
  { path: '/import/:kind', method: 'post', handler: run, custom: { readsBody: true } },
  { path: '/import/:kind/inspect', method: 'post', handler: inspect, custom: { readsBody: true } },
  { path: '/import/:kind/errors', method: 'post', handler: errorFile, custom: { readsBody: true } },
  { path: '/import/:kind/template', method: 'get', handler: template },
]
