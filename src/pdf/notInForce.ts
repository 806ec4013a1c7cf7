type States = Readonly<Record<'draft' | 'cancelled', readonly string[]>>

const general: States = {
  draft: ['draft', 'inReview', 'submitted', 'reviewFailed', 'awaitingRuling'],
  cancelled: ['cancelled', 'reversed', 'superseded', 'lost'],
}
const own: Readonly<Record<string, States>> = {
  samples: { draft: ['draft', 'submitted', 'inPreparation', 'changeRequested'], cancelled: ['cancelled', 'refused', 'rejectedByCustomer'] },
  'price-adjustments': { draft: ['draft', 'submitted'], cancelled: ['cancelled'] },
  'sample-work-orders': { draft: [], cancelled: ['cancelled'] },
}

/** A document that is not in force yet, or no more: its sheet says so across the page, and is not sent to anybody. */
export function notInForce(slug: string, status: string): keyof States | null {
  const { draft, cancelled } = own[slug] ?? general
  return draft.includes(status) ? 'draft' : cancelled.includes(status) ? 'cancelled' : null
}
