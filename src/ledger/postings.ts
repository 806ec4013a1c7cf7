export type * from '@/src/domain/kernel/contributions'
