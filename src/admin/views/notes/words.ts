import { inLanguages } from '@/src/domain/words/words'

export const words = inLanguages({
  note: { zh: '备注', en: 'Note' },
  hint: { zh: '@ 提及同事，系统会通知他；Ctrl+Enter 发送', en: '@ names a colleague, who is told; Ctrl+Enter sends' },
  step: { zh: '下一步（可选）', en: 'Next step (optional)' },
  who: { zh: '负责人', en: 'Who' },
  due: { zh: '日期', en: 'When' },
  both: { zh: '下一步要同时有负责人和日期。', en: 'A next step has both: who and when.' },
  send: { zh: '发送', en: 'Send' },
  none: {
    zh: '还没有备注。写下第一条：客户说了什么，下一步谁做什么。',
    en: 'No notes yet. Write the first: what the customer said, who does what next.',
  },
  failed: { zh: '服务器没有应答，内容还在，请再试一次。', en: 'The server did not answer. The text is still here, try again.' },
  done: { zh: '已完成', en: 'Done' },
  again: { zh: '重新打开', en: 'Open again' },
  doneAt: { zh: '完成于', en: 'done' },
})
