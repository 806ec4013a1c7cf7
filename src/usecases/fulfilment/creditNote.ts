import type { Invoice } from '@/src/domain/fulfilment/invoice'

export const isCreditNote = ({ kind }: Invoice): boolean => kind === 'creditNote'
