import { beginFromTemplate } from '@/src/domain/quotes/beginFromTemplate'
import { idOf } from '@/src/domain/kernel/idOf'
import type { DocumentRules } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refuse } from '@/src/engine/refusal'
import { quoteTemplate } from '@/src/ledger/facts/templates'

type QuoteDocument = Stored<'quotes'>

/** A quote made from a template takes its lines, terms and validity, as the template stands at that moment. */
export const beginQuote: NonNullable<DocumentRules<QuoteDocument>['begin']> = async ({ req, doc }) => {
  const id = idOf(doc.template)
  if (id === null) return doc
  const template = await quoteTemplate(req, id, idOf(doc.customer))
  if (!template?.active)
    return refuse(req, {
      code: 'INVALID_INPUT',
      path: 'template',
      facts: { field: 'template', value: template?.name ?? id, accepted: 'an active template' },
    })
  return { ...doc, ...beginFromTemplate(doc, template) } as QuoteDocument
}
