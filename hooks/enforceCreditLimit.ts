import { guard } from './guard'

/** 信用额度: exposure after the document within the limit of every credit object, under their lock. */
export const enforceCreditLimit = guard('creditLimit')
