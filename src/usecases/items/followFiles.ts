import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { customerFacts } from '@/src/ledger/facts/customers'
import { type DocumentOwners, type FileKind, type FileRef, keepFileUses, moveFileUses, usesOfFile } from '@/src/ledger/facts/fileUses'

import { refuse } from '@/src/engine/refusal'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import { readDocument } from '@/src/engine/documents/readDocument'

type Doc = Record<string, unknown>

/** At most so many files hang on one field of a document; more is a folder, not a drawing. */
const maxFiles = 60

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Every file a document names: drawings, pictures of any field, and the attachments of either kind. */
export function filesOf(doc: Doc | undefined): FileRef[] {
  const files = new Map<string, FileRef>()
  const add = (kind: string, value: unknown): void => {
    const id = idOf(value)
    if (id !== null && (kind === 'drawings' || kind === 'pictures')) files.set(`${kind} ${id}`, { kind, id })
  }
  for (const value of listed(doc?.['drawings'])) add('drawings', value)
  for (const field of ['pictures', 'approvalPictures']) for (const value of listed(doc?.[field])) add('pictures', value)
  for (const field of ['attachments', 'files'])
    for (const link of listed(doc?.[field]))
      if (link !== null && typeof link === 'object' && 'relationTo' in link && 'value' in link) add(String(link.relationTo), link.value)
  return [...files.values()]
}

const warehouseFields = ['warehouse', 'from', 'to', 'restockTo', 'reworkTo']

function warehousesOf(doc: Doc): number[] {
  const rows = [doc, ...(listed(doc['lines']) as Doc[])]
  const ids = rows.flatMap((row) => warehouseFields.map((field) => idOf(row[field]))).filter((id): id is number => id !== null)
  return [...new Set(ids)].sort((a, b) => a - b)
}

const ownersIn = (doc: Doc): DocumentOwners => ({
  owned: 'salesperson' in doc,
  salesperson: idOf(doc['salesperson']),
  department: idOf(doc['department'] ?? doc['orderDepartment']),
  preparedBy: idOf(doc['preparedBy']),
  warehouses: warehousesOf(doc),
})

/** A receipt belongs to whom its customer belongs; the item a sample became belongs to whom the sample belongs. */
async function ownersOf(req: PayloadRequest, slug: string, doc: Doc): Promise<DocumentOwners> {
  const customer = idOf(doc['customer'])
  if (slug === 'receipts' && customer !== null) {
    const facts = await customerFacts(req, customer)
    return { ...ownersIn(doc), owned: true, salesperson: facts?.salesperson ?? null, department: facts?.department ?? null }
  }
  const sample = slug === 'items' ? idOf(doc['sample']) : null
  return sample === null ? ownersIn(doc) : ownersIn(await readDocument({ req, slug: 'samples', id: sample, overrideAccess: true }))
}

/** Nobody takes a file he may not read into a document of his own, where he could read it. */
async function refuseForeign(req: PayloadRequest, slug: string, files: readonly FileRef[]): Promise<void> {
  for (const kind of ['drawings', 'pictures'] as const satisfies FileKind[]) {
    const ids = files.filter((file) => file.kind === kind).map(({ id }) => id)
    if (ids.length === 0 || !req.user) continue
    const docs = await findDocuments({ req, slug: kind, where: { id: { in: ids } }, fields: ['id'], overrideAccess: false })
    const mine = new Set(docs.map(({ id }) => Number(id)))
    const foreign = ids.find((id) => !mine.has(id))
    if (foreign !== undefined)
      refuse(req, {
        code: 'INVALID_INPUT',
        path: kind,
        facts: { field: kind, value: foreign, document: slug, accepted: 'a file you may read' },
      })
  }
}

const same = (a: DocumentOwners, b: DocumentOwners): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * After a document is saved: whoever may read it may read the files attached to it, and nobody else (issue "Samples"). An ordinary
 * save, which changes neither files nor owners, costs nothing. Throws `INVALID_INPUT` naming the field for a file the person may
 * not read and for more than 60 files in one field.
 */
export async function followFiles({
  req,
  slug,
  doc,
  previous,
}: {
  req: PayloadRequest
  slug: string
  doc: Doc
  previous: Doc | undefined
}): Promise<void> {
  // the files of a sample's own item are the sample's
  if (slug === 'items' && doc['kind'] === 'sample') return
  const files = filesOf(doc)
  const before = filesOf(previous)
  const known = new Set(before.map(({ kind, id }) => `${kind} ${id}`))
  const added = files.filter(({ kind, id }) => !known.has(`${kind} ${id}`))
  const review = slug === 'order-reviews'
  if (added.length > 0 || files.length !== before.length) {
    for (const field of ['drawings', 'pictures', 'attachments', 'files'].filter((name) => listed(doc[name]).length > maxFiles))
      refuse(req, { code: 'INVALID_INPUT', path: field, facts: { field, value: listed(doc[field]).length, accepted: `≤ ${maxFiles}` } })
    await refuseForeign(req, slug, added)
    const using = review
      ? { document: 'orders', id: idOf(doc['order']) ?? 0, part: `review ${String(doc['id'])}` }
      : { document: slug, id: Number(doc['id']), part: 'own' }
    await keepFileUses({ req, using, files, owners: await ownersOf(req, slug, doc), customer: idOf(doc['customer']) })
  }
  if (!review && previous && previous['id'] !== undefined && files.length > 0) {
    const owners = await ownersOf(req, slug, doc)
    if (!same(owners, await ownersOf(req, slug, previous))) await moveFileUses({ req, document: slug, id: Number(doc['id']), owners })
  }
}

/** How many documents of each kind have the file attached. */
export const documentsWithFile = (req: PayloadRequest, kind: string, id: number): Promise<Array<{ slug: string; count: number }>> =>
  usesOfFile(req, { kind: kind as FileKind, id })
