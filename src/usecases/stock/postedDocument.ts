import type { AnyDocument } from '@/src/engine/document'

export type Posted = AnyDocument & { warehouse: number }
