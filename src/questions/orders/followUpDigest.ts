import { inLanguages } from '@/src/domain/words/words'
import type { BoardGroup } from './followUpBoard'

const words = inLanguages({
  subject: { zh: '跟单摘要', en: 'Follow-up' },
  more: { zh: (count: number) => `另有 ${count} 项`, en: (count: number) => `and ${count} more` },
  nothing: { zh: '今天没有需要处理的事项。', en: 'Nothing waits for you today.' },
  open: { zh: '打开看板', en: 'Open the board' },
})

/** The board as a mail: every group with something in it, its first rows, and where to go on. */
export function digestOf({
  board,
  language,
  today,
  url,
}: {
  board: readonly BoardGroup[]
  language: 'zh' | 'en'
  today: string
  url: string
}): {
  subject: string
  text: string
} {
  const say = words[language]
  const filled = board.filter(({ count }) => count > 0)
  const groups = filled.map(({ label, count, rows }) =>
    [
      `${label} (${count})`,
      ...rows.map(({ no, text, date }) => `  ${[no, text, date].filter(Boolean).join('  ')}`),
      ...(count > rows.length ? [`  … ${say.more(count - rows.length)}`] : []),
    ].join('\n'),
  )
  const urgent = filled.filter((group) => group.urgent).reduce((sum, { count }) => sum + count, 0)
  return {
    subject: `${say.subject} ${today}${urgent > 0 ? ` · ${urgent} !` : ''}`,
    text: [...(groups.length > 0 ? groups : [say.nothing]), `${say.open}: ${url}`].join('\n\n'),
  }
}
