import type { CollectionConfig } from 'payload'

/**
 * What holds for every record: it is written one at a time, so no bulk edit and no copy go round its rules; the platform's locks would
 * deadlock a busy pool; who changed what is kept by the log, not by the platform's versions.
 */
export const oneAtATime = {
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  versions: false,
} as const satisfies Partial<CollectionConfig>
