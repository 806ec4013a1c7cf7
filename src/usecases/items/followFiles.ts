import type { FlattenedField, PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { documentKindOf } from '@/src/domain/kinds'
import { customerFacts } from '@/src/ledger/facts/customers'
import { type DocumentOwners, type FileKind, type FileRef, keepFileUses, moveFileUses, usesOfFile } from '@/src/ledger/facts/fileUses'

import { refuse } from '@/src/engine/refusal'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import { readDocument } from '@/src/engine/documents/readDocument'

type Doc = Record<string, unknown>

const fieldsOf = (req: PayloadRequest, slug: string): readonly FlattenedField[] =>
  req.payload.collections[collectionNamed(req, slug)].config.flattenedFields

/** At most so many files hang on one field of a document; more is a folder, not a drawing. */
const maxFiles = 60

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
const isFileKind = (kind: unknown): kind is FileKind => kind === 'drawings' || kind === 'pictures'
const isLink = (value: unknown): value is { relationTo: unknown; value: unknown } =>
  value !== null && typeof value === 'object' && 'relationTo' in value && 'value' in value

type Naming = { name: string; named: FileRef[] }

/** What the head of a document names of kinds of files, by the field that names it: a field added to a collection is followed by being there. */
function fileFields(fields: readonly FlattenedField[], doc: Doc | undefined): Naming[] {
  return fields.flatMap((field): Naming[] => {
    if (field.type !== 'relationship' && field.type !== 'upload') return []
    if (!listed(field.relationTo).some(isFileKind)) return []
    const named = listed(doc?.[field.name] ?? []).flatMap((entry): FileRef[] => {
      const kind = isLink(entry) ? entry.relationTo : field.relationTo
      const id = idOf(isLink(entry) ? entry.value : entry)
      return id !== null && isFileKind(kind) ? [{ kind, id }] : []
    })
    return [{ name: field.name, named }]
  })
}

/** Every file a document names, once. */
const filesIn = (fields: readonly Naming[]): FileRef[] => [
  ...new Map(fields.flatMap(({ named }) => named.map((file) => [`${file.kind} ${file.id}`, file] as const))).values(),
]

/** The warehouses a document names, in its head and in its lists. */
function warehousesOf(fields: readonly FlattenedField[], doc: Doc): number[] {
  const named = fields.flatMap((field): Array<number | null> => {
    const value = doc[field.name]
    if (field.type === 'relationship') return field.relationTo === 'warehouses' ? listed(value).map(idOf) : []
    return field.type === 'array' && Array.isArray(value) ? (value as Doc[]).flatMap((row) => warehousesOf(field.flattenedFields, row)) : []
  })
  return [...new Set(named.filter((id): id is number => id !== null))].sort((a, b) => a - b)
}

const ownersIn = (fields: readonly FlattenedField[], doc: Doc): DocumentOwners => ({
  owned: 'salesperson' in doc,
  salesperson: idOf(doc['salesperson']),
  department: idOf(doc['department'] ?? doc['orderDepartment']),
  preparedBy: idOf(doc['preparedBy']),
  warehouses: warehousesOf(fields, doc),
})

/** Some documents belong to whom their customer belongs; the item a sample became belongs to whom the sample belongs. */
async function ownersOf(req: PayloadRequest, slug: string, doc: Doc): Promise<DocumentOwners> {
  const fields = fieldsOf(req, slug)
  const customer = idOf(doc['customer'])
  if (documentKindOf(slug)?.rows.salesperson === 'customer.salesperson' && customer !== null) {
    const facts = await customerFacts(req, customer)
    return { ...ownersIn(fields, doc), owned: true, salesperson: facts?.salesperson ?? null, department: facts?.department ?? null }
  }
  const sample = slug === 'items' ? idOf(doc['sample']) : null
  if (sample === null) return ownersIn(fields, doc)
  return ownersIn(fieldsOf(req, 'samples'), await readDocument({ req, slug: 'samples', id: sample, overrideAccess: true }))
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
  const fields = fieldsOf(req, slug)
  const naming = fileFields(fields, doc)
  const [files, before] = [filesIn(naming), filesIn(fileFields(fields, previous))]
  const known = new Set(before.map(({ kind, id }) => `${kind} ${id}`))
  const added = files.filter(({ kind, id }) => !known.has(`${kind} ${id}`))
  const review = slug === 'order-reviews'
  if (added.length > 0 || files.length !== before.length) {
    for (const { name, named } of naming.filter((one) => one.named.length > maxFiles))
      refuse(req, { code: 'INVALID_INPUT', path: name, facts: { field: name, value: named.length, accepted: `≤ ${maxFiles}` } })
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
