import { workOrderKind } from '@/src/domain/samples/workOrderKind'
import type { Role } from '@/src/engine/document'

export const makers: readonly Role[] = workOrderKind.editors
