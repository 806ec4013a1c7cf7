/** Chosen while a document is new; with the first save its lines and terms come along. */
export const fromTemplate = {
  admin: {
    description: {
      zh: '首次保存时带出模板的明细、条款与备注（自己填写的不变）',
      en: 'With the first save lines, terms and remark come from the template, where nothing was entered',
    },
  },
}

/** What this one document says in place of the terms of the house. */
export const ownTerms = {
  admin: { description: { zh: '空 = 公司条款；审核后固定', en: 'Empty: the terms of the company; fixed at approval' } },
}
