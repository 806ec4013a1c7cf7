import { changeFlagWords, departmentWords, opinionWords, roleWords } from '../words/peopleWords'
import type { Language, Words } from '../words/words'

const label = (zh: string, en: string): Words => ({ zh, en })

/** Words for the codes that stand in traces, recorded rulings and messages; statuses, verbs and fields have their own homes. */
const labels: Readonly<Record<string, Words>> = {
  ...opinionWords,
  void: label('已失效', 'no longer holds'),
  awaitingOpinion: label('待评审', 'waiting for the opinion'),
  // rulings
  accept: label('接受', 'accept'),
  acceptWithConditions: label('有条件接受', 'accept with conditions'),
  reject: label('驳回', 'reject'),
  // departments and roles
  ...roleWords,
  ...departmentWords,
  // credit objects
  customer: label('客户', 'customer'),
  customers: label('客户', 'customer'),
  departments: label('部门', 'department'),
  users: label('业务员', 'salesperson'),
  // why a price is unknown, and what would make one known
  unitUnknown: label('商品没有此计量单位', 'the item does not know this unit'),
  noPolicyApplies: label('没有适用的价格政策', 'no price policy applies'),
  noEarlierSale: label('没有历史售价', 'no earlier sale'),
  costUnknown: label('成本未知', 'cost unknown'),
  markupUnknown: label('未设加成率', 'no markup set'),
  listPriceUnknown: label('未设标准售价', 'no list price'),
  markupRate: label('加成率', 'markup rate'),
  listPrice: label('标准售价', 'list price'),
  pricePolicy: label('价格政策', 'price policy'),
  earlierSale: label('一笔历史售价', 'an earlier sale'),
  stockReceiptCost: label('入库成本', 'the cost on a stock receipt'),
  unitFactor: label('单位换算率', 'the factor of the unit'),
  exempt: label('免税', 'exempt'),
  ...changeFlagWords,
}

/** The word for a code, or the code itself when it is not one of ours (a document number, a name). */
export const labelOf = (code: string, language: Language): string =>
  Object.hasOwn(labels, code) ? (labels[code]?.[language] ?? code) : code
