import type { Role } from '@/src/engine/document'

export const makers: readonly Role[] = ['engineering', 'rd', 'pmc', 'generalManager']
