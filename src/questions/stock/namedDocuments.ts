import type { PayloadRequest } from 'payload'

export type Named = { no: string | null; customer: string | null }

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
    const config = req.payload.collections[slug as never] as { config: { flattenedFields: Array<{ name: string }> } } | undefined
    if (!config) continue
    const has = (name: string): boolean => config.config.flattenedFields.some((field) => field.name === name)
    const { docs } = await req.payload.find({
      collection: slug as never,
      where: { id: { in: [...new Set(rows.filter((row) => row.slug === slug).map(({ document }) => document))] } },
      select: { ...(has('no') ? { no: true } : {}), ...(has('customer') ? { customer: true } : {}) } as never,
      populate: { customers: { name: true } } as never,
      limit: 0,
      pagination: false,
      depth: 1,
      overrideAccess: false,
      req,
    })
    for (const doc of docs as unknown as Array<{ id: number; no?: string | null; customer?: { name?: string } | number | null }>) {
      const customer = typeof doc.customer === 'object' ? (doc.customer?.name ?? null) : null
      names.set(`${slug}/${doc.id}`, { no: doc.no ?? null, customer })
    }
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
