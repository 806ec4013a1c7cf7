/** What the house calls outside. A robot speaks to a group of people, a webhook to a program. */
export const callKinds = ['webhook', 'wecom', 'dingtalk', 'feishu'] as const
type CallKind = (typeof callKinds)[number]

/** What happened to a document, as it is told outside: which and how far, never its figures. */
export type OutsideEvent = {
  /** the number of the line on record: the same event always has the same */
  id: number
  event: string
  at: string
  slug: string
  documentId: string
  no: string | null
  version: number | null
  by: string | null
  link: string
}

/** Feishu reads marks in a text (`<at user_id="all">` calls everybody): a name or number that holds one is told in signs that do nothing. */
const withoutMarks = (text: string): string => text.replaceAll('<', '＜').replaceAll('>', '＞')

/** The body a robot takes. `signed`: what the vendor wants in it to believe it. */
export function robotMessage(kind: Exclude<CallKind, 'webhook'>, text: string, signed: { timestamp: string; sign: string } | null): object {
  if (kind === 'feishu') return { ...signed, msg_type: 'text', content: { text: withoutMarks(text) } }
  return { msgtype: 'text', text: { content: text } }
}

type Answer = { errcode?: unknown; code?: unknown; StatusCode?: unknown; errmsg?: unknown; msg?: unknown }

/** Robots answer 200 to whatever they refuse: what they say then, or null where it was taken. */
export function robotRefusal(answer: string): string | null {
  try {
    const said = JSON.parse(answer) as Answer | null
    const code = said?.errcode ?? said?.code ?? said?.StatusCode
    return code === 0 ? null : `${String(code)} ${String(said?.errmsg ?? said?.msg ?? '')}`.slice(0, 500)
  } catch {
    return answer.slice(0, 500) || 'no answer'
  }
}
