import { APIError, type Endpoint, type PayloadRequest } from 'payload'

import { hasRole } from '@/src/access/roles'
import { importExchangeRates } from '@/src/imports/importExchangeRates'
import { importOrders } from '@/src/imports/importOrders'
import { importPriceBook } from '@/src/imports/importPriceBook'
import { importPricePolicies } from '@/src/imports/importPricePolicies'
import type { ImportKind } from '@/src/imports/kinds'
import { toldProblems } from '@/src/imports/cells'
import { readTable, type Told } from '@/src/imports/reading/readTable'
import { tooLarge } from '@/src/imports/reading/unpackedSize'
import { refuse } from '@/src/engine/refusal'

import { requireUser } from './questions'

/** Every kind of file that may be uploaded. */
const kinds: readonly ImportKind[] = [importExchangeRates, importOrders, importPriceBook, importPricePolicies]

const largest = 20 * 1024 * 1024
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

const asked = { decimal: ['point', 'comma'], rates: ['percent', 'share'], hidden: ['take', 'skip'] } as const

/** What the sender says of his file where it may be read in more than one way. */
function told(req: PayloadRequest, fields: Readonly<Record<string, string>>): Told {
  const given = Object.entries(asked).flatMap(([field, choices]) => {
    const value = fields[field]
    if (value === undefined || value === '') return []
    if (!(choices as readonly string[]).includes(value)) invalid(req, field, choices.join(', '))
    return [[field, value]]
  })
  return Object.fromEntries(given) as Told
}

/** Upload of a CSV or Excel file: what it made, and per row what is wrong with it. */
const run: Endpoint['handler'] = async (req) => {
  requireUser(req)
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

export const imports: Endpoint = { path: '/import/:kind', method: 'post', handler: run, custom: { readsBody: true } }
