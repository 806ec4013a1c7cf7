import type { Row } from '@/src/db/rowsAside'

/** The lines of the document in hand, while Payload works on its header. */
export type HeldRows = {
  /** As they were sent; absent: not sent, they stay as they are. */
  entered?: Row[]
  /** As they were stored before. */
  former: Row[]
  /** As they are stored now. */
  stored: Row[]
  overrideAccess: boolean
  depth: number
  showHiddenFields: boolean
}
