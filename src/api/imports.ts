import { APIError, type Endpoint, type PayloadRequest } from 'payload'

import { hasRole } from '@/src/access/roles'
import { importOrders } from '@/src/imports/importOrders'
import { importPriceBook } from '@/src/imports/importPriceBook'
import { importPricePolicies } from '@/src/imports/importPricePolicies'
import type { ImportKind } from '@/src/imports/kinds'
import { readTable } from '@/src/imports/readTable'
import { refuse } from '@/src/engine/refusal'

import { requireUser } from './questions'

/** Every kind of file that may be uploaded. */
const kinds: readonly ImportKind[] = [importOrders, importPriceBook, importPricePolicies]

const largest = 20 * 1024 * 1024
const mostRows = 20_000

const invalid = (req: PayloadRequest, field: string, accepted: string): never =>
  refuse(req, { code: 'INVALID_INPUT', path: field, facts: { field, value: null, accepted } })

async function upload(req: PayloadRequest): Promise<{ bytes: Buffer; dryRun: boolean; fields: Record<string, string> }> {
  if (!(req.headers.get('content-type') ?? '').startsWith('multipart/form-data') || !req.formData)
    return invalid(req, 'file', 'multipart/form-data: file (csv, xlsx)')
  const form = await req.formData()
  const file = form.get('file') ?? [...form.values()].find((value) => typeof value !== 'string')
  if (!file || typeof file === 'string') return invalid(req, 'file', 'csv, xlsx')
  if (file.size > largest) throw new APIError('Too large', 413, undefined, true)
  const dryRun = [form.get('dryRun'), req.searchParams?.get('dryRun')].some((value) => value === 'true' || value === '1')
  const fields = Object.fromEntries(
    [...(req.searchParams ?? []), ...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  ) as Record<string, string>
  return { bytes: Buffer.from(await file.arrayBuffer()), dryRun, fields }
}

/** Upload of a CSV or Excel file: what it made, and per row what is wrong with it. */
const run: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const kind = kinds.find((entry) => entry.kind === req.routeParams?.['kind'])
  if (!kind) throw new APIError('Not found', 404, undefined, true)
  if (!hasRole(req.user, ...kind.roles)) refuse(req, { code: 'FORBIDDEN', facts: { verb: `import ${kind.kind}`, roles: kind.roles } })
  const { bytes, dryRun, fields } = await upload(req)
  const table = await readTable({ bytes, headings: kind.headings }).catch(() => invalid(req, 'file', 'csv, xlsx'))
  const missing = kind.required.filter((column) => !table.columns.includes(column))
  if (missing.length > 0) invalid(req, 'file', `columns: ${missing.join(', ')}`)
  if (table.rows.length > mostRows) invalid(req, 'file', `≤ ${String(mostRows)} rows`)
  return Response.json({ rows: table.rows.length, ...(await kind.run({ req, rows: table.rows, dryRun, fields })) })
}

export const imports: Endpoint = { path: '/import/:kind', method: 'post', handler: run }
