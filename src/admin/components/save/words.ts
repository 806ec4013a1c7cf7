export const words = {
  save: { zh: '保存', en: 'Save' },
  saving: { zh: '保存中…', en: 'Saving…' },
  saved: { zh: '已保存 ✓', en: 'Saved ✓' },
  unsaved: { zh: '未保存', en: 'Not saved' },
  failed: { zh: '没有保存', en: 'Not saved' },
  offline: {
    zh: '服务器没有应答，内容还在，请稍后再保存',
    en: 'The server did not answer. Everything is still here, save again in a moment',
  },
  loggedOut: { zh: '登录已过期，内容还在，登录后再保存', en: 'The session has ended. Everything is still here, log in and save again' },
  go: { zh: '去看', en: 'Go there' },
  conflict: { zh: '别人已修改', en: 'Somebody else has changed this record' },
  conflictTold: {
    zh: '您打开之后，它被保存过。下面是不同之处：',
    en: 'It has been saved since you opened it. This is what differs:',
  },
  field: { zh: '字段', en: 'Field' },
  mine: { zh: '您的', en: 'Yours' },
  theirs: { zh: '现在保存的', en: 'Stored now' },
  takeTheirs: { zh: '用现在保存的', en: 'Take what is stored' },
  keepMine: { zh: '用我的覆盖', en: 'Save mine over it' },
  back: { zh: '返回', en: 'Back' },
  same: { zh: '您输入的内容与现在保存的没有不同', en: 'What you entered does not differ from what is stored' },
} as const

export type Word = keyof typeof words
