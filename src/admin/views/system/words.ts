import { inLanguages } from '@/src/domain/words/words'

type Backlog = { waiting: number; failed: number }
type Pool = { total: number; idle: number; waiting: number }
type Proof = { kind: string; documents: number; differences: number; seconds: number }

export const systemWords = inLanguages({
  title: { zh: '系统状态', en: 'System' },
  server: { zh: '服务器', en: 'Server' },
  version: { zh: '版本', en: 'Version' },
  since: { zh: '启动时间', en: 'Started' },
  memory: { zh: '内存', en: 'Memory' },
  uploads: { zh: '上传文件', en: 'Uploaded files' },
  database: { zh: '数据库', en: 'Database' },
  state: { zh: '状态', en: 'State' },
  states: inLanguages({
    ready: { zh: '正常', en: 'ready' },
    unreachable: { zh: '无法访问', en: 'cannot be reached' },
    readOnly: { zh: '只能读取', en: 'can only be read' },
    full: { zh: '磁盘已满', en: 'no room left' },
  }),
  size: { zh: '大小', en: 'Size' },
  connections: { zh: '写连接', en: 'Connections for writing' },
  pool: {
    zh: ({ total, idle, waiting }: Pool) => `${total} 个，空闲 ${idle} 个，等待 ${waiting} 个请求`,
    en: ({ total, idle, waiting }: Pool) => `${total}, ${idle} idle, ${waiting} requests wait`,
  },
  replica: { zh: '只读副本', en: 'Replica' },
  silent: { zh: '没有回答', en: 'does not answer' },
  lag: {
    zh: (bytes: string, seconds: string) => `落后 ${bytes}，${seconds}`,
    en: (bytes: string, seconds: string) => `${bytes}, ${seconds} behind`,
  },
  proofs: { zh: '核对与备份', en: 'Proofs and backup' },
  kinds: inLanguages({
    ledgers: { zh: '账目核对', en: 'Proof of the books' },
    audit: { zh: '审计日志核对', en: 'Proof of the audit log' },
    backup: { zh: '备份', en: 'Backup' },
  }),
  never: { zh: '还没有', en: 'not yet' },
  proven: {
    zh: ({ kind, documents, differences, seconds }: Proof) =>
      kind === 'backup'
        ? `${documents} 行，缺 ${differences} 个文件，${seconds.toFixed(1)} 秒`
        : `${documents} 条，${differences} 处差异，${seconds.toFixed(1)} 秒`,
    en: ({ kind, documents, differences, seconds }: Proof) =>
      kind === 'backup'
        ? `${documents} rows, ${differences} files missing, ${seconds.toFixed(1)} s`
        : `${documents} records, ${differences} differences, ${seconds.toFixed(1)} s`,
  },
  queue: { zh: '任务、邮件与外部通知', en: 'Jobs, mail and outside notices' },
  jobs: { zh: '任务', en: 'Jobs' },
  mails: { zh: '邮件', en: 'Mail' },
  calls: { zh: '外部通知（Webhook、机器人）', en: 'Outside notices (webhooks, robots)' },
  backlog: {
    zh: ({ waiting, failed }: Backlog, oldest: string) => `${waiting} 个等待${waiting > 0 ? `（最早 ${oldest}）` : ''}，${failed} 个失败`,
    en: ({ waiting, failed }: Backlog, oldest: string) =>
      `${waiting} waiting${waiting > 0 ? ` (the oldest for ${oldest})` : ''}, ${failed} failed`,
  },
  mailHeads: {
    zh: ['收件人', '主题', '次数', '时间', '邮件服务器的回答'],
    en: ['To', 'Subject', 'Tries', 'At', 'What the mail server said'],
  },
  retry: { zh: '现在重发', en: 'Send again now' },
  retried: { zh: (mails: number) => `${mails} 封邮件已重新排队`, en: (mails: number) => `${mails} mails are queued again` },
})
