import type { Words } from './words'

const said = (zh: string, en: string): Words => ({ zh, en })

/** States that mean the same in every kind of document. */
export const draft = said('草稿', 'Draft')
export const submitted = said('已提交', 'Submitted')
export const approved = said('已审核', 'Approved')
export const cancelled = said('已取消', 'Cancelled')
export const rejected = said('已驳回', 'Rejected')
export const reversed = said('已冲销', 'Reversed')
export const released = said('已放行', 'Released')
export const voided = said('已作废', 'Void')
export const notApproved = said('未审核', 'Draft')
export const posted = said('已记账', 'Posted')
export const received = said('已收货', 'Received')
