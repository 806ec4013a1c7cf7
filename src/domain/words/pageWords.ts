import type { PageState } from '../quotes/quoteLink'
import type { WishField, WishProblem } from '../quotes/judgeWish'
import { terms } from './terms'
import type { Language, Words } from './words'

/** What the customer's page says. */
export const pageWords = {
  title: { zh: '报价单', en: 'Quotation' },
  no: { zh: '单号', en: 'No.' },
  date: terms.date,
  validUntil: { zh: '有效期至', en: 'Valid until' },
  terms: terms.paymentTerms,
  offered: { zh: '报价', en: 'Offered' },
  open: { zh: '可订', en: 'Still open' },
  price: terms.price,
  discount: { zh: '折扣', en: 'Discount' },
  gross: terms.gross,
  net: terms.net,
  tax: terms.taxAmount,
  headerDiscount: terms.headerDiscount,
  freight: terms.freight,
  inclusive: { zh: '价格含税', en: 'Prices include tax' },
  exclusive: { zh: '价格不含税', en: 'Prices plus tax' },
  free: { zh: '赠品', en: 'Free of charge' },
  take: { zh: '订购此项', en: 'Order this item' },
  qty: terms.qty,
  otherQty: { zh: '其他数量', en: 'Another quantity' },
  wished: { zh: '希望交期', en: 'Wished date' },
  quoted: { zh: '报价合计（全部项目）', en: 'The quotation in full' },
  yours: { zh: '确认订购', en: 'Confirm your order' },
  name: { zh: '姓名', en: 'Your name' },
  email: { zh: '邮箱', en: 'Your e-mail' },
  remark: { zh: '备注（可不填）', en: 'Remark (optional)' },
  preview: { zh: '试算金额', en: 'Work out the total' },
  confirm: { zh: '确认订购', en: 'Confirm the order' },
  previewed: { zh: '按以上选择，订购金额为', en: 'What you have chosen comes to' },
  hint: {
    zh: '确认后您会收到订购清单（PDF）；我们的业务员会与您确认交期。',
    en: 'You will get your order list as PDF; our salesperson confirms the dates with you.',
  },
  wrong: { zh: '请更正以下内容后再确认', en: 'Please correct this and confirm again' },
  received: { zh: '已收到您的订购', en: 'We have received your order' },
  receivedMore: {
    zh: '订购清单将发送到 {email}。我们的业务员会尽快与您联系。',
    en: 'The order list goes to {email}. Our salesperson will be in touch.',
  },
  listNo: { zh: '订购清单', en: 'Order list' },
  orderNo: { zh: '订单号', en: 'Order no.' },
  download: { zh: '下载 PDF', en: 'Download as PDF' },
  left: { zh: '未订购', en: 'not ordered' },
  contact: { zh: '联系我们', en: 'Contact us' },
  conditions: { zh: '条款', en: 'Terms' },
  busy: { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests, please wait a moment.' },
  notTaken: {
    zh: '暂时无法在网上受理，请与我们联系；我们没有记录任何订购。',
    en: 'This cannot be taken online at the moment. Please contact us; nothing has been ordered.',
  },
  unread: { zh: '无法识别提交的内容，请重新打开链接后再试。', en: 'What was sent could not be read. Please open the link again.' },
} satisfies Record<string, Words>

/** What whoever holds a link is told when there is nothing to order behind it. `gone`: to anybody, whatever is the matter with the link. */
export const closedWords: Readonly<Record<Exclude<PageState, 'open' | 'listed'> | 'gone', { title: Words; text: Words }>> = {
  gone: {
    title: { zh: '此链接无法打开报价', en: 'This link does not open a quotation' },
    text: {
      zh: '链接可能已过期、已被撤回或已由新的链接取代。请与我们联系，我们会为您重新发送。',
      en: 'It may have expired, been revoked or been replaced by a newer one. Please contact us and we will send you another.',
    },
  },
  expired: {
    title: { zh: '报价 {no} 已过有效期', en: 'Quotation {no} has expired' },
    text: {
      zh: '有效期至 {validUntil}。请与我们联系，我们会为您更新报价。',
      en: 'It was valid until {validUntil}. Please contact us for a new one.',
    },
  },
  superseded: {
    title: { zh: '报价 {no} 已有新版本', en: 'Quotation {no} has been revised' },
    text: {
      zh: '请使用新报价 {replacedBy} 的链接，或与我们联系。',
      en: 'Please use the link of the new one, {replacedBy}, or contact us.',
    },
  },
  ordered: {
    title: { zh: '报价 {no} 已下单', en: 'Quotation {no} has been ordered' },
    text: {
      zh: '其中没有可再订购的内容。如需更改，请与我们联系。',
      en: 'Nothing of it is left to order. Please contact us about changes.',
    },
  },
  lost: {
    title: { zh: '报价 {no} 已结束', en: 'Quotation {no} is closed' },
    text: { zh: '如仍有需要，请与我们联系。', en: 'Please contact us if you are still interested.' },
  },
  withdrawn: {
    title: { zh: '报价 {no} 目前无法订购', en: 'Quotation {no} cannot be ordered at the moment' },
    text: { zh: '请与我们联系。', en: 'Please contact us.' },
  },
}

const fields: Readonly<Record<WishField, Words>> = {
  lines: { zh: '订购内容', en: 'Items' },
  quoteLine: { zh: '行', en: 'Line' },
  qty: pageWords.qty,
  date: pageWords.wished,
  name: pageWords.name,
  email: pageWords.email,
  remark: { zh: '备注', en: 'Remark' },
}

const faults: Readonly<Record<WishProblem['fault'], Words>> = {
  missing: { zh: '请填写', en: 'please fill in' },
  none: { zh: '没有可订购的内容', en: 'there is nothing to order' },
  unknown: { zh: '不在此报价中', en: 'is not of this quotation' },
  twice: { zh: '重复', en: 'is there twice' },
  notANumber: { zh: '请填写大于 0 的数量，最多 4 位小数', en: 'please give a quantity above 0, with at most 4 decimals' },
  tooMuch: { zh: '最多 {limit}', en: 'at most {limit}' },
  notADay: { zh: '请填写日期（年-月-日）', en: 'please give a day (YYYY-MM-DD)' },
  past: { zh: '不得早于 {limit}', en: 'not before {limit}' },
  tooFar: { zh: '不得晚于 {limit}', en: 'not after {limit}' },
  notAnAddress: { zh: '请填写有效的邮箱地址', en: 'please give a valid e-mail address' },
  tooLong: { zh: '最多 {limit} 个字', en: 'at most {limit} characters' },
}

/** One thing wrong with what a customer sent, by the name its field has on the page. */
export function problemText({ field, fault, limit }: WishProblem, language: Language): string {
  const said = faults[fault][language].replace('{limit}', limit ?? '')
  return field === 'lines' && fault === 'none'
    ? { zh: '请至少选择一项', en: 'Please choose at least one item' }[language]
    : `${fields[field][language]}${language === 'zh' ? '：' : ': '}${said}`
}
