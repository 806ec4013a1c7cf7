import type { PayloadRequest } from 'payload'

import { addressOf, livingLink } from '@/src/usecases/quotes/quoteLinks'

/** The link to the customer's page, for whoever has just made it: told, and kept nowhere that can be read. */
async function link(req: PayloadRequest, id: number): Promise<object> {
  const living = await livingLink(req, id)
  return living ? { link: { url: addressOf(req, living), expiresAt: living.expiresAt } } : {}
}

const beside: Readonly<Record<string, (req: PayloadRequest, id: number) => Promise<object>>> = {
  'quotes/send': link,
  'quotes/issue-link': link,
}

/** What a verb answers beside its document, read when it is done; nothing for most. */
export const toldBeside = async (req: PayloadRequest, slug: string, id: number, verb: string): Promise<object> =>
  (await beside[`${slug}/${verb}`]?.(req, id)) ?? {}
