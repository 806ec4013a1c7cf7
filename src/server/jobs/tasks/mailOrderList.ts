import { createLocalReq } from 'payload'

import { enqueue } from '@/src/db/enqueue'
import { inTransaction } from '@/src/db/transaction'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import { readDocument } from '@/src/engine/documents/readDocument'
import { composed } from '@/src/pdf/composeLetter'
import { orderListPdf } from '@/src/pdf/orderListPdf'

import type { JobTask } from '../task'

/** The customer's copy of what he has ordered, as PDF, into the outbox; keyed by the list, so that a job that runs twice mails once. */
export const mailOrderList: JobTask = async ({ payload, input }) => {
  const req = await createLocalReq({}, payload)
  const list = await readDocument({ req, slug: 'order-lists', id: Number(input.list), overrideAccess: true })
  const key = `order-list-copy-${list.id}`
  const language = list.language ?? 'zh'
  const { pdf, sheet, doc, fileName } = await orderListPdf({ req, list, language })
  const letter = composed({ req, letter: { doc, sheet, language, kind: undefined }, given: {} })
  await inTransaction(req, async () => {
    const before = await findDocuments({ req, slug: 'outbox', where: { key: { equals: key } }, fields: ['key'], overrideAccess: true })
    if (before.length > 0) return
    const { id } = await payload.create({
      collection: 'outbox',
      data: {
        key,
        to: list.email,
        ...letter,
        attachments: [{ filename: fileName, contentType: 'application/pdf', base64: pdf.toString('base64') }],
        language,
        status: 'queued',
        attempts: 0,
        relatedSlug: 'orders',
        relatedId: String(list.order),
      },
      depth: 0,
      overrideAccess: true,
      req,
    })
    await enqueue({ req, task: 'sendMail', payload: { outbox: id }, key })
  })
}
