import type { Words } from './words'

/** What a verb or a question asks for that is no field of a form. Whatever is one is called as the form calls it. */
export const inputWords: Readonly<Record<string, Words>> = {
  ids: { zh: '所选单据', en: 'Documents chosen' },
  limit: { zh: '行数', en: 'Rows' },
  page: { zh: '页码', en: 'Page' },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'To' },
  file: { zh: '文件', en: 'File' },
  files: { zh: '文件', en: 'Files' },
  'Idempotency-Key': { zh: '防重键', en: 'Idempotency key' },
  opinion: { zh: '意见', en: 'Opinion' },
  proposals: { zh: '建议', en: 'Proposals' },
  decision: { zh: '裁定', en: 'Ruling' },
  text: { zh: '说明', en: 'Text' },
  conditions: { zh: '条件', en: 'Conditions' },
  comment: { zh: '说明', en: 'Comment' },
  comments: { zh: '说明', en: 'Comments' },
  until: { zh: '至', en: 'Until' },
  history: { zh: '往来历史', en: 'History' },
  line: { zh: '行', en: 'Line' },
  remove: { zh: '删除', en: 'Remove' },
  changes: { zh: '变更标记', en: 'What is new' },
  scrapped: { zh: '报废数量', en: 'Scrapped' },
  restock: { zh: '返库', en: 'Restock' },
  rework: { zh: '返工', en: 'Rework' },
  scrap: { zh: '报废', en: 'Scrap' },
  customers: { zh: '客户', en: 'Customers' },
  dueBy: { zh: '交期截止', en: 'Due by' },
  receipts: { zh: '收款单', en: 'Receipts' },
  disposition: { zh: '处理', en: 'Disposition' },
  gradeOnly: { zh: '只批准等级', en: 'Grade only' },
  final: { zh: '全部完工', en: 'Last completion' },
  keepLine: { zh: '保留行', en: 'Keep the line' },
  revision: { zh: '版次', en: 'Revision' },
  promised: { zh: '承诺交期', en: 'Promised' },
  schedule: { zh: '交期', en: 'Delivery dates' },
}

/** What happens to a document that is no verb of its own. */
export const doingWords: Readonly<Record<string, Words>> = {
  create: { zh: '新建', en: 'Create' },
  save: { zh: '保存', en: 'Save' },
  delete: { zh: '删除', en: 'Delete' },
  import: { zh: '导入', en: 'Import' },
  mail: { zh: '邮件发送', en: 'Send by e-mail' },
  sellBelowMinimum: { zh: '低于最低售价销售', en: 'Sell below the minimum' },
}
