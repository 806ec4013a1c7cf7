import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { businessDate } from '@/src/domain/kernel/businessDate'
import { linkEndsAt } from '@/src/domain/quotes/quoteLink'
import { now } from '@/src/engine/clock'
import { createDocument } from '@/src/engine/documents/createDocument'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import type { Stored } from '@/src/engine/documents/stored'
import { updateDocument } from '@/src/engine/documents/updateDocument'
import { houseAddress } from '@/src/engine/houseAddress'

import { hashOf, isSigned, tokenOf } from './linkToken'

type Quote = Pick<Stored<'quotes'>, 'id' | 'validUntil'>
export type QuoteLink = Stored<'quote-links'>

/** The links of a quote that have not been ended; one at most, which the quote's lock sees to. */
const standing = (req: PayloadRequest, quote: number): Promise<QuoteLink[]> =>
  findDocuments({
    req,
    slug: 'quote-links',
    where: { and: [{ quote: { equals: quote } }, { endedAt: { exists: false } }] },
    sort: '-id',
    overrideAccess: true,
  })

/** The link of a quote that opens its page now, if there is one. */
export async function livingLink(req: PayloadRequest, quote: number): Promise<QuoteLink | null> {
  const [link] = await standing(req, quote)
  return link && link.expiresAt > now(req).instant ? link : null
}

/** Ends the link of a quote; who holds the quote's lock calls it. */
export async function endLinks(req: PayloadRequest, quote: number, why: 'revoked' | 'replaced'): Promise<number> {
  const links = await standing(req, quote)
  for (const { id } of links)
    await updateDocument({ req, slug: 'quote-links', id, data: { endedAt: now(req).instant, ended: why }, overrideAccess: true })
  return links.length
}

/**
 * A new link to the customer's page of a quote; the one before opens nothing any more, so that there is one to revoke. Kept are a random
 * text and the hash of the token: the token itself is nowhere written down.
 */
export async function makeLink(req: PayloadRequest, { id, validUntil }: Quote): Promise<string> {
  await endLinks(req, id, 'replaced')
  const { instant, date } = now(req)
  const nonce = randomBytes(24).toString('base64url')
  const expiresAt = linkEndsAt({ now: instant, today: businessDate(date), validUntil: businessDate(String(validUntil).slice(0, 10)) })
  const data = { quote: id, nonce, tokenHash: hashOf(tokenOf(req.payload, nonce)), expiresAt, by: req.user?.id ?? null }
  await createDocument({ req, slug: 'quote-links', data, overrideAccess: true })
  return expiresAt
}

/** The address of the page behind a link, for whoever may hand it out. */
export const addressOf = (req: PayloadRequest, { nonce }: Pick<QuoteLink, 'nonce'>): string =>
  `${houseAddress()}/q/${tokenOf(req.payload, nonce)}`

/**
 * The link a token opens, or null: unknown, made up, expired, revoked and replaced are one answer, found by the same steps, so that neither
 * the answer nor its time tells them apart.
 */
export async function openedBy(req: PayloadRequest, token: string): Promise<QuoteLink | null> {
  const signed = isSigned(req.payload, token)
  const [link] = await findDocuments({
    req,
    slug: 'quote-links',
    where: { tokenHash: { equals: hashOf(token) } },
    limit: 1,
    overrideAccess: true,
  })
  return link && signed && !link.endedAt && link.expiresAt > now(req).instant ? link : null
}
