import { documentKindOf } from '../kinds'
import type { Words } from '../words/words'

/** What a list of masters is for; documents say it with their kind. */
const purposes: Readonly<Record<string, Words>> = {
  customers: { zh: '客户档案：报价、订单、发货、应收与信用都从客户开始', en: 'Customers: quotes, orders, deliveries, receivables and credit begin with one' },
  items: { zh: '品号档案：卖什么、单位、税率与价格', en: 'Items: what is sold, in which unit, at which tax and price' },
  'price-policies': { zh: '价格政策：给谁、什么品号、多少量、什么价', en: 'Price policies: for whom, which item, from which quantity, at which price' },
  notifications: { zh: '通知：需要您知道或处理的事', en: 'Notifications: what you should know or do' },
} // prettier-ignore

/** What an empty list says: what it is for, and the first step. */
export function emptyListWords(
  slug: string,
  language: keyof Words,
  { one, many }: { one: string; many: string },
): { purpose: string; first: string } {
  const own = documentKindOf(slug)?.purpose ?? (Object.hasOwn(purposes, slug) ? purposes[slug] : undefined)
  return {
    purpose: own?.[language] ?? { zh: `还没有${many}`, en: `There are no ${many.toLowerCase()} yet` }[language],
    first: { zh: `新建${one}`, en: `New ${one.toLowerCase()}` }[language],
  }
}
