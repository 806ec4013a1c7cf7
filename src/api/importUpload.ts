import { APIError, type PayloadRequest } from 'payload'

import { hasRole } from '@/src/access/roles'
import { troubleIn } from '@/src/db/trouble'
import type { ImportDefinition } from '@/src/imports/engine/definition'
import type { ImportRequest } from '@/src/imports/engine/runImport'
import { encodings } from '@/src/imports/reading/encoding'
import { emptyCells } from '@/src/imports/reading/emptyCells'
import { isWorkbook, type Source } from '@/src/imports/reading/source'
import { tooLarge as unpackedTooLarge } from '@/src/imports/reading/unpackedSize'
import { refuse } from '@/src/engine/refusal'

import { receiveFile } from './receivedFile'

/** A million rows of a history; a workbook is bounded by its rows as well. */
const largest = 256 * 1024 * 1024

export const invalid = (req: PayloadRequest, field: string, accepted: string): never =>
  refuse(req, { code: 'INVALID_INPUT', path: field, facts: { field, value: null, accepted } })

export type Uploaded = { source: Source; heads?: Source; dryRun: boolean; fields: Record<string, string>; release: () => void }

/** The file of a form, on the disk until it is released, and what the form and the address say beside it. */
export async function upload(req: PayloadRequest): Promise<Uploaded> {
  if (!(req.headers.get('content-type') ?? '').startsWith('multipart/form-data'))
    return invalid(req, 'file', 'multipart/form-data: file (csv, xlsx)')
  const { source, heads, tooLarge, fields, release } = await receiveFile(req, largest).catch((error: unknown) => {
    if (troubleIn(error)) throw error
    return invalid(req, 'file', 'multipart/form-data: file (csv, xlsx)')
  })
  const said = { ...Object.fromEntries(req.searchParams ?? []), ...fields }
  const dryRun = [fields['dryRun'], req.searchParams?.get('dryRun')].some((value) => value === 'true' || value === '1')
  try {
    if (!source) return invalid(req, 'file', 'csv, xlsx')
    if (tooLarge) throw new APIError('Too large', 413, undefined, true)
    for (const [name, sent] of [
      ['file', source],
      ['heads', heads],
    ] as const) {
      const excess = sent && isWorkbook(sent) ? await unpackedTooLarge(sent).catch(() => invalid(req, name, 'csv, xlsx')) : null
      if (excess) return invalid(req, name, `≤ ${String(excess.most)} ${excess.what}`)
    }
    return { source, ...(heads ? { heads } : {}), dryRun, fields: said, release }
  } catch (error) {
    release()
    throw error
  }
}

const asked = {
  decimal: ['point', 'comma'],
  rates: ['percent', 'share'],
  hidden: ['take', 'skip'],
  dates: ['mdy', 'dmy', 'ymd'],
  round: ['yes'],
  asides: ['take'],
  encoding: encodings,
  headsEncoding: encodings,
} as const

/** What the sender says of his file where it may be read in more than one way. */
export function answersOf(req: PayloadRequest, fields: Readonly<Record<string, string>>): ImportRequest['told'] {
  const given = Object.entries(asked).flatMap(([field, choices]) => {
    const value = fields[field]
    if (value === undefined || value === '') return []
    if (!(choices as readonly string[]).includes(value)) invalid(req, field, choices.join(', '))
    return [[field, value]]
  })
  // rates.taxRate=share: a file may write one column in percent and another as shares
  const single = Object.entries(fields).flatMap(([field, value]) => {
    const [, column] = /^rates\.(\w+)$/.exec(field) ?? []
    if (column === undefined || value === '') return []
    if (!(asked.rates as readonly string[]).includes(value)) invalid(req, field, asked.rates.join(', '))
    return [[column, value]]
  })
  return {
    ...Object.fromEntries(given),
    ...(fields['sheet'] ? { sheet: fields['sheet'] } : {}),
    ...(fields['headsSheet'] ? { headsSheet: fields['headsSheet'] } : {}),
    ...(single.length > 0 ? { ratesOf: Object.fromEntries(single) } : {}),
    empty: emptyCells(fields),
  } as ImportRequest['told']
}

/** What the sender has made of the proposed mapping: heading → column, or null for a heading that stands for nothing. */
export function mappingOf(req: PayloadRequest, fields: Readonly<Record<string, string>>): ImportRequest['mapping'] {
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

export const mayImport = (req: PayloadRequest, { kind, roles }: Pick<ImportDefinition, 'kind' | 'roles'>): void => {
  if (!hasRole(req.user, ...roles)) refuse(req, { code: 'FORBIDDEN', facts: { verb: 'import', kind, roles } })
}

/** How documents are told apart where their numbers alone do not tell. */
const ways: readonly string[] = ['customerDay', 'split']

export async function requested(req: PayloadRequest, definition: ImportDefinition): Promise<ImportRequest & Pick<Uploaded, 'release'>> {
  mayImport(req, definition)
  const { source, heads, dryRun, fields, release } = await upload(req)
  try {
    const numbers = fields['numbers']
    if (numbers && !ways.includes(numbers)) invalid(req, 'numbers', ways.join(', '))
    return { req, definition, source, heads, dryRun, fields, told: answersOf(req, fields), mapping: mappingOf(req, fields), release }
  } catch (error) {
    release()
    throw error
  }
}
