import type { FindingCode } from '../kernel/decision'
import type { Language, Words } from './words'

/** Each refusal in a few words, without figures: for lists of what was tried. */
const findings: Readonly<Record<FindingCode, Words>> = {
  BELOW_MINIMUM_PRICE: { zh: '低于最低售价', en: 'below the minimum price' },
  NOT_AVAILABLE: { zh: '可用量不足', en: 'not available' },
  CREDIT_LIMIT_EXCEEDED: { zh: '超信用额度', en: 'credit limit exceeded' },
  CREDIT_PERIOD_EXCEEDED: { zh: '超信用期', en: 'credit period exceeded' },
  RELEASE_REQUIRED: { zh: '须先放行', en: 'to be released first' },
  RELEASE_QUOTA_EXCEEDED: { zh: '超出审批额度', en: 'beyond the release quota' },
  NO_RELEASE_RIGHT: { zh: '没有放行权限', en: 'no right to release' },
  CUSTOMER_FROZEN: { zh: '客户已冻结', en: 'the customer is frozen' },
  CUSTOMER_DISABLED: { zh: '客户已停用', en: 'the customer is disabled' },
  CREDIT_STOP: { zh: '信用停止', en: 'credit is stopped' },
  ILLEGAL_STEP: { zh: '当前状态不能执行', en: 'not possible in this status' },
  STALE_VERSION: { zh: '单据已被他人修改', en: 'changed by somebody else meanwhile' },
  DUPLICATE: { zh: '重复', en: 'duplicate' },
  ALREADY_CONVERTED: { zh: '已转单', en: 'converted already' },
  DOWNSTREAM_EXISTS: { zh: '已有下游单据', en: 'later documents exist' },
  OPEN_CHANGE_EXISTS: { zh: '有未完成的变更单', en: 'an order change is open' },
  ROUND_OPEN: { zh: '有未结束的反馈', en: 'a feedback round is open' },
  FOUR_EYES: { zh: '须由另一人执行', en: 'needs another person' },
  NOT_YOUR_DEPARTMENT: { zh: '不是本部门的评审', en: 'another department’s review' },
  NOT_YOUR_FIELD: { zh: '没有填写该字段的权限', en: 'no right to this field' },
  FORBIDDEN: { zh: '没有权限', en: 'no right to do this' },
  BOOKS_IN_USE: { zh: '账套非空', en: 'books in use' },
  REVIEW_REQUIRED: { zh: '尚未评审', en: 'not reviewed yet' },
  ON_HOLD: { zh: '已暂停', en: 'on hold' },
  OVER_DELIVERY: { zh: '超订单发货', en: 'more than was ordered' },
  OVER_INVOICE: { zh: '超发货开票', en: 'more than was delivered' },
  OVER_RETURN: { zh: '超可退数量', en: 'more than can be returned' },
  OVER_ALLOCATION: { zh: '核销超额', en: 'more than is open' },
  BELOW_PROCESSED: { zh: '少于已执行数量', en: 'less than is done already' },
  SCHEDULE_MISMATCH: { zh: '分批交期与数量不符', en: 'delivery dates do not add up' },
  QUOTE_EXPIRED: { zh: '报价已过期', en: 'the quotation has expired' },
  QUOTE_SUPERSEDED: { zh: '报价已被取代', en: 'the quotation was replaced' },
  NOTHING_OPEN: { zh: '没有未完成的数量', en: 'nothing is open' },
  SAMPLE_NOT_APPROVED: { zh: '样板尚未批办', en: 'the sample is not approved' },
  APPROVAL_PICTURE_REQUIRED: { zh: '缺批办图片', en: 'no picture of the approval' },
  CONVERSION_INCOMPLETE: { zh: '转正式品资料不全', en: 'the item is not complete' },
  NOT_PRODUCED: { zh: '尚未生产', en: 'not produced yet' },
  PRICE_UNKNOWN: { zh: '没有价格', en: 'no price is known' },
  COST_UNKNOWN: { zh: '成本未知', en: 'no cost is known' },
  PRICE_LOCKED: { zh: '没有改价权限', en: 'no right to type prices' },
  EXCHANGE_RATE_UNKNOWN: { zh: '没有汇率', en: 'no exchange rate' },
  EXCHANGE_RATE_TYPED: { zh: '汇率为手工输入', en: 'the exchange rate was typed' },
  DISCOUNT_EXCEEDED: { zh: '超出折扣权限', en: 'beyond the permitted discount' },
  POLICY_AMBIGUOUS: { zh: '价格政策冲突', en: 'price policies contradict' },
  INVALID_PERIOD: { zh: '期间不正确', en: 'not a valid period' },
  FOREIGN_ADDRESS: { zh: '不是客户的地址', en: 'not an address of the customer' },
  INVALID_INPUT: { zh: '输入不正确', en: 'input not accepted' },
  SECOND_FACTOR_REQUIRED: { zh: '须输入验证码', en: 'a code is needed' },
  SECOND_FACTOR_WRONG: { zh: '验证码不正确', en: 'wrong code' },
  SECOND_FACTOR_SETUP: { zh: '须先设置两步验证', en: 'a second factor is to be set up' },
  KEY_SCOPE: { zh: '程序密钥不能用于此处', en: 'the API key does not open this' },
}

/** Errors of the platform that a refusal may be, by name. */
const ofPlatform = {
  Forbidden: { zh: '没有权限', en: 'no right to do this' },
  UnauthorizedError: { zh: '没有权限', en: 'no right to do this' },
  APIError: { zh: '没有权限', en: 'no right to do this' },
  AuthenticationError: { zh: '邮箱或密码不正确', en: 'wrong e-mail or password' },
  LockedAuth: { zh: '账号已锁定', en: 'the account is locked' },
  Locked: { zh: '他人正在编辑', en: 'being edited by somebody else' },
  NotFound: { zh: '不存在或不可见', en: 'not there or not visible' },
  ValidationError: { zh: '输入不正确', en: 'input not accepted' },
  QueryError: { zh: '查询条件不正确', en: 'question not accepted' },
  FileUploadError: { zh: '文件未能上传', en: 'the file was not taken' },
  MissingFile: { zh: '没有文件', en: 'no file' },
} as const satisfies Record<string, Words>

export const refusalWords: Readonly<Record<string, Words>> = { ...ofPlatform, ...findings }

/** Codes as they stand in the log, joined by commas, as people read them; a word nobody has stays as it is. */
export const refusalsIn = (codes: string, language: Language): string =>
  codes
    .split(', ')
    .map((code) => (Object.hasOwn(refusalWords, code) ? (refusalWords[code]?.[language] ?? code) : code))
    .join(language === 'zh' ? '、' : ', ')
