import { beginFromTemplate } from '@/src/domain/quotes/beginFromTemplate'
import { idOf } from '@/src/domain/kernel/idOf'
import type { DocumentRules } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refuse } from '@/src/engine/refusal'
import { orderTemplate } from '@/src/ledger/facts/templates'

type OrderDocument = Stored<'orders'>

/** An order made from a template takes its lines and terms, as the template stands at that moment. */
export const beginOrder: NonNullable<DocumentRules<OrderDocument>['begin']> = async ({ req, doc }) => {
  const id = idOf(doc.template)
  if (id === null) return doc
  const template = await orderTemplate(req, id, idOf(doc.customer))
  if (!template?.active)
    return refuse(req, {
      code: 'INVALID_INPUT',
      path: 'template',
      facts: { field: 'template', value: template?.name ?? id, accepted: 'an active template' },
    })
  return { ...doc, ...beginFromTemplate(doc, template) } as OrderDocument
}
