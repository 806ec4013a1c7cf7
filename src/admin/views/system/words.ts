type Backlog = { waiting: number; failed: number }
type Pool = { total: number; idle: number; waiting: number }
type Proof = { kind: string; documents: number; differences: number; seconds: number }

export const systemWords = {
  zh: {
    title: '系统状态',
    server: '服务器',
    version: '版本',
    since: '启动时间',
    memory: '内存',
    uploads: '上传文件',
    database: '数据库',
    state: '状态',
    states: { ready: '正常', unreachable: '无法访问', readOnly: '只能读取', full: '磁盘已满' },
    size: '大小',
    connections: '写连接',
    pool: ({ total, idle, waiting }: Pool) => `${total} 个，空闲 ${idle} 个，等待 ${waiting} 个请求`,
    replica: '只读副本',
    silent: '没有回答',
    lag: (bytes: string, seconds: string) => `落后 ${bytes}，${seconds}`,
    proofs: '核对与备份',
    kinds: { ledgers: '账目核对', audit: '审计日志核对', backup: '备份' },
    never: '还没有',
    proven: ({ kind, documents, differences, seconds }: Proof) =>
      kind === 'backup'
        ? `${documents} 行，缺 ${differences} 个文件，${seconds.toFixed(1)} 秒`
        : `${documents} 条，${differences} 处差异，${seconds.toFixed(1)} 秒`,
    queue: '任务、邮件与外部通知',
    jobs: '任务',
    mails: '邮件',
    calls: '外部通知（Webhook、机器人）',
    backlog: ({ waiting, failed }: Backlog, oldest: string) =>
      `${waiting} 个等待${waiting > 0 ? `（最早 ${oldest}）` : ''}，${failed} 个失败`,
    mailHeads: ['收件人', '主题', '次数', '时间', '邮件服务器的回答'],
    retry: '现在重发',
    retried: (mails: number) => `${mails} 封邮件已重新排队`,
  },
  en: {
    title: 'System',
    server: 'Server',
    version: 'Version',
    since: 'Started',
    memory: 'Memory',
    uploads: 'Uploaded files',
    database: 'Database',
    state: 'State',
    states: { ready: 'ready', unreachable: 'cannot be reached', readOnly: 'can only be read', full: 'no room left' },
    size: 'Size',
    connections: 'Connections for writing',
    pool: ({ total, idle, waiting }: Pool) => `${total}, ${idle} idle, ${waiting} requests wait`,
    replica: 'Replica',
    silent: 'does not answer',
    lag: (bytes: string, seconds: string) => `${bytes}, ${seconds} behind`,
    proofs: 'Proofs and backup',
    kinds: { ledgers: 'Proof of the books', audit: 'Proof of the audit log', backup: 'Backup' },
    never: 'not yet',
    proven: ({ kind, documents, differences, seconds }: Proof) =>
      kind === 'backup'
        ? `${documents} rows, ${differences} files missing, ${seconds.toFixed(1)} s`
        : `${documents} records, ${differences} differences, ${seconds.toFixed(1)} s`,
    queue: 'Jobs, mail and outside notices',
    jobs: 'Jobs',
    mails: 'Mail',
    calls: 'Outside notices (webhooks, robots)',
    backlog: ({ waiting, failed }: Backlog, oldest: string) =>
      `${waiting} waiting${waiting > 0 ? ` (the oldest for ${oldest})` : ''}, ${failed} failed`,
    mailHeads: ['To', 'Subject', 'Tries', 'At', 'What the mail server said'],
    retry: 'Send again now',
    retried: (mails: number) => `${mails} mails are queued again`,
  },
} as const
