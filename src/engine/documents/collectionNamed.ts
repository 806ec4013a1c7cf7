import type { CollectionSlug, PayloadRequest } from 'payload'

/** The collection of that name. Throws when there is none: names come from books and definitions, not from people. */
export function collectionNamed(req: PayloadRequest, slug: string): CollectionSlug {
  if (!isCollection(req, slug)) throw new Error(`There is no collection ${slug}`)
  return slug
}

const isCollection = ({ payload }: PayloadRequest, slug: string): slug is CollectionSlug => Object.hasOwn(payload.collections, slug)
