import { APIError, type Endpoint, type PayloadRequest } from 'payload'

import { hasRole } from '@/src/access/roles'
import { definitionOf, definitions } from '@/src/imports/definitions'
import type { ImportDefinition } from '@/src/imports/engine/definition'
import { type ImportRequest, openFor, runImport } from '@/src/imports/engine/runImport'
import { writeErrorFile } from '@/src/imports/engine/writeErrorFile'
import { writeTemplate } from '@/src/imports/engine/writeTemplate'
import { importOrders } from '@/src/imports/importOrders'
import { importPriceBook } from '@/src/imports/importPriceBook'
import { importPricePolicies } from '@/src/imports/importPricePolicies'
import type { ImportKind } from '@/src/imports/kinds'
import { toldProblems } from '@/src/imports/cells'
import { readTable } from '@/src/imports/reading/readTable'
import { tooLarge } from '@/src/imports/reading/unpackedSize'
import { languageOf, refuse } from '@/src/engine/refusal'

import { requireUser } from './questions'

/** Every kind of file that may be uploaded. */
const kinds: readonly ImportKind[] = [importOrders, importPriceBook, importPricePolicies]

const largest = 200 * 1024 * 1024
const mostRows = 20_000

const invalid = (req: PayloadRequest, field: string, accepted: string): never =>
  refuse(req, { code: 'INVALID_INPUT', path: field, facts: { field, value: null, accepted } })

async function upload(req: PayloadRequest): Promise<{ bytes: Buffer; dryRun: boolean; fields: Record<string, string> }> {
  if (!(req.headers.get('content-type') ?? '').startsWith('multipart/form-data') || !req.formData)
    return invalid(req, 'file', 'multipart/form-data: file (csv, xlsx)')
  const form = await req.formData().catch(() => invalid(req, 'file', 'multipart/form-data: file (csv, xlsx)'))
  const file = form.get('file') ?? [...form.values()].find((value) => typeof value !== 'string')
  if (!file || typeof file === 'string') return invalid(req, 'file', 'csv, xlsx')
  if (file.size > largest) throw new APIError('Too large', 413, undefined, true)
  const dryRun = [form.get('dryRun'), req.searchParams?.get('dryRun')].some((value) => value === 'true' || value === '1')
  const fields = Object.fromEntries(
    [...(req.searchParams ?? []), ...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  ) as Record<string, string>
  return { bytes: Buffer.from(await file.arrayBuffer()), dryRun, fields }
}

const asked = { decimal: ['point', 'comma'], rates: ['percent', 'share'], hidden: ['take', 'skip'], dates: ['mdy', 'dmy'] } as const

/** What the sender says of his file where it may be read in more than one way. */
function told(req: PayloadRequest, fields: Readonly<Record<string, string>>): ImportRequest['told'] {
  const given = Object.entries(asked).flatMap(([field, choices]) => {
    const value = fields[field]
    if (value === undefined || value === '') return []
    if (!(choices as readonly string[]).includes(value)) invalid(req, field, choices.join(', '))
    return [[field, value]]
  })
  return Object.fromEntries(given) as ImportRequest['told']
}

/** What the sender has made of the proposed mapping: heading → column, or null for a heading that stands for nothing. */
function mappingOf(req: PayloadRequest, fields: Readonly<Record<string, string>>): ImportRequest['mapping'] {
  const given = fields['mapping']
  if (!given) return undefined
  try {
    const parsed: unknown = JSON.parse(given)
    if (parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed)) return parsed as Record<string, string | null>
  } catch {
    // told below
  }
  return invalid(req, 'mapping', '{"heading": "column"}')
}

const mayImport = (req: PayloadRequest, { kind, roles }: Pick<ImportDefinition, 'kind' | 'roles'>): void => {
  if (!hasRole(req.user, ...roles)) refuse(req, { code: 'FORBIDDEN', facts: { verb: 'import', kind, roles } })
}

async function requested(req: PayloadRequest, definition: ImportDefinition): Promise<ImportRequest> {
  mayImport(req, definition)
  const { bytes, dryRun, fields } = await upload(req)
  const excess = bytes[0] === 0x50 && bytes[1] === 0x4b ? await tooLarge(bytes).catch(() => invalid(req, 'file', 'csv, xlsx')) : null
  if (excess) invalid(req, 'file', `≤ ${String(excess.most)} ${excess.what}`)
  return { req, definition, bytes, dryRun, fields, told: told(req, fields), mapping: mappingOf(req, fields) }
}

/** A file that is no table is told as such. */
const readable = <Result>(req: PayloadRequest, work: Promise<Result>): Promise<Result> =>
  work.catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) return invalid(req, 'file', 'csv, xlsx')
    throw error
  })

async function runDefinition(req: PayloadRequest, definition: ImportDefinition): Promise<Response> {
  return Response.json(await readable(req, runImport(await requested(req, definition))))
}

const definitionNamed = (req: PayloadRequest): ImportDefinition => {
  requireUser(req)
  const definition = definitionOf(req.routeParams?.['kind'])
  if (!definition) throw new APIError('Not found', 404, undefined, true)
  mayImport(req, definition)
  return definition
}

/** What a file holds before anything is done with it: headings, the proposed mapping, samples, questions. */
const inspect: Endpoint['handler'] = async (req) => {
  const definition = definitionNamed(req)
  const table = await readable(req, openFor(await requested(req, definition)))
  const columns = definition.columns(req).map(({ name, label, required, note }) => ({
    name,
    label: label[languageOf(req)],
    required: required === true,
    note: note?.[languageOf(req)] ?? '',
  }))
  const { headings, mapping, samples, rowCount, questions, others } = table
  return Response.json({ columns, headings, mapping, samples, rows: rowCount, questions, others })
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
  const request = await requested(req, definition)
  const { errors } = await readable(req, runImport({ ...request, dryRun: true }))
  const table = await openFor(request)
  const language = languageOf(req)
  return sheetAnswer(
    `${definition.title[language]}-${language === 'zh' ? '问题' : 'problems'}`,
    await writeErrorFile({ table, errors, language }),
  )
}

const template: Endpoint['handler'] = async (req) => {
  const definition = definitionNamed(req)
  const asked = req.searchParams?.get('language')
  const language = asked === 'zh' || asked === 'en' ? asked : languageOf(req)
  return sheetAnswer(definition.title[language], await writeTemplate({ definition, columns: definition.columns(req), language }))
}

/** The kinds a person may import, in the order a company that moves in needs them. */
const list: Endpoint['handler'] = (req) => {
  requireUser(req)
  const mine = definitions.filter(({ roles }) => hasRole(req.user, ...roles))
  return Response.json({
    kinds: mine.map(({ kind, title, note }) => ({ kind, title: title[languageOf(req)], note: note[languageOf(req)] })),
  })
}

/** Upload of a CSV or Excel file: what it made, and per row what is wrong with it. */
const run: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const definition = definitionOf(req.routeParams?.['kind'])
  if (definition) return runDefinition(req, definition)
  const kind = kinds.find((entry) => entry.kind === req.routeParams?.['kind'])
  if (!kind) throw new APIError('Not found', 404, undefined, true)
  if (!hasRole(req.user, ...kind.roles)) refuse(req, { code: 'FORBIDDEN', facts: { verb: 'import', kind: kind.kind, roles: kind.roles } })
  const { bytes, dryRun, fields } = await upload(req)
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b
  const excess = isWorkbook ? await tooLarge(bytes).catch(() => invalid(req, 'file', 'csv, xlsx')) : null
  if (excess) invalid(req, 'file', `≤ ${String(excess.most)} ${excess.what}`)
  const { headings, figures, rates } = kind
  const table = await readTable({ bytes, headings, figures, rates, told: told(req, fields) }).catch((error: unknown) => {
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
