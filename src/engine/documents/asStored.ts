import type { CollectionSlug, Stored } from './stored'

/**
 * The one place where the platform's word for a record becomes ours: read at depth 0, its relations are ids, and what `prepare` fills is
 * there. That both types agree field by field is proven in conformance.ts.
 */
export const asStored = <Slug extends CollectionSlug>(record: object): Stored<Slug> => record as Stored<Slug>
