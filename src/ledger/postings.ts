export type * from '@/src/domain/kernel/contributions'
export { noContributions } from '@/src/domain/kernel/contributions'
