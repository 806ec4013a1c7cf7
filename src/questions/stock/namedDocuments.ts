import type { PayloadRequest } from 'payload'
import { findRecords } from '@/src/engine/documents/findRecords'
import { textIn } from '@/src/domain/kernel/textOf'

export type Named = { no: string | null; customer: string | null }

const nameIn = (customer: unknown): unknown =>
  customer !== null && typeof customer === 'object' && 'name' in customer ? customer.name : null

/**
 * The numbers and customers of the documents behind rows of the books, as far as this person may read them: one query per kind of
 * document. Rows without a name stay in the sums; only whose they are is not told. Source: the read access of each collection.
 */
export async function namedDocuments<Row extends { slug: string; document: number }>({
  req,
  rows,
}: {
  req: PayloadRequest
  rows: readonly Row[]
}): Promise<Array<Row & Named & { visible: boolean }>> {
  const names = new Map<string, Named>()
  for (const slug of new Set(rows.map((row) => row.slug))) {
    const ids = [...new Set(rows.filter((row) => row.slug === slug).map(({ document }) => document))]
    const found = await findRecords({
      req,
      slug,
      where: { id: { in: ids } },
      fields: ['no', 'customer'],
      populate: { customers: { name: true } },
      depth: 1,
      overrideAccess: false,
    })
    for (const { id, no, customer } of found) names.set(`${slug}/${id}`, { no: textIn(no), customer: textIn(nameIn(customer)) })
  }
  return rows.map((row) => {
    const name = names.get(`${row.slug}/${row.document}`)
    return {
      ...row,
      document: name ? row.document : 0,
      no: name?.no ?? null,
      customer: name?.customer ?? null,
      visible: name !== undefined,
    }
  })
}
