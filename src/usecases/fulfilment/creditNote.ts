import type { Invoice } from '@/src/domain/fulfilment/invoice'

export const isCreditNote = ({ kind }: Pick<Invoice, 'kind'>): boolean => kind === 'creditNote'
