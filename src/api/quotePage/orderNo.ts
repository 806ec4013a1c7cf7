import type { PayloadRequest } from 'payload'

import { findDocument } from '@/src/engine/documents/findDocument'
import type { OrderList } from '@/src/usecases/quotes/confirmByCustomer'

/** The number of the order a list became. */
export const orderNoOf = async (req: PayloadRequest, { order }: Pick<OrderList, 'order'>): Promise<string> =>
  (await findDocument({ req, slug: 'orders', id: order, overrideAccess: true }))?.no ?? ''
