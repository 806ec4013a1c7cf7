import type { Words } from './words'

/** Why somebody was let in, not let in, or is in no longer: what stands in the log, as people read it. */
const reasons = {
  provider: { zh: '外部登录', en: 'by the sign-in provider' },
  AuthenticationError: { zh: '邮箱或密码不正确', en: 'wrong e-mail or password' },
  LockedAuth: { zh: '账号已锁定', en: 'the account is locked' },
  ACCOUNT_DISABLED: { zh: '账号已停用', en: 'the account is disabled' },
  TOO_MANY_TRIES: { zh: '尝试次数过多', en: 'too many tries' },
  SECOND_FACTOR_REQUIRED: { zh: '密码正确，尚未输入验证码', en: 'the password was right, the code not given yet' },
  SECOND_FACTOR_SETUP: { zh: '密码正确，须先设置两步验证', en: 'the password was right, a second factor is set up first' },
  SECOND_FACTOR_WRONG: { zh: '验证码不正确', en: 'wrong code' },
  KEY_UNKNOWN: { zh: '程序密钥不存在', en: 'no such API key' },
  KEY_ENDED: { zh: '程序密钥已停用', en: 'the API key was ended' },
  KEY_LATE: { zh: '程序密钥已过期', en: 'the API key has expired' },
  'provider: provider': { zh: '外部登录未成功', en: 'refused by the sign-in provider' },
  'provider: unreachable': { zh: '外部登录服务无法连接', en: 'the sign-in provider cannot be reached' },
  'provider: unknown': { zh: '外部身份没有对应的账号', en: 'the provider’s identity has no account' },
  'provider: ticket': { zh: '外部登录已超时', en: 'the sign-in by the provider took too long' },
  'provider: asked': { zh: '外部登录成功，尚未输入验证码', en: 'the provider knows the person, the code not given yet' },
  idle: { zh: '长时间未使用', en: 'not used' },
  most: { zh: '已达最长时间', en: 'open for too long' },
  factor: { zh: '须两步验证', en: 'needs a second factor' },
  asked: { zh: '手动退出', en: 'by hand' },
  password: { zh: '密码已更换', en: 'the password was changed' },
  roles: { zh: '角色已变更', en: 'the roles were changed' },
  'factor-reset': { zh: '两步验证已重置', en: 'the second factor was reset' },
  'ways-in': { zh: '登录方式已重置', en: 'the ways in were made anew' },
} as const satisfies Record<string, Words>

/** The log takes no other (`AuditEntry`): a reason without words does not compile. */
export type LogInReason = keyof typeof reasons

export const reasonsOfLogIns: Readonly<Record<string, Words>> = reasons
export const isLogInReason = (reason: string): reason is LogInReason => Object.hasOwn(reasons, reason)

/** What the log calls coming, going and trying to; a key's reason is the start of the key. */
export const logInVerbs = ['login', 'logout', 'login-failed', 'session-ended', 'factor-asked', 'key-used'] as const

const told: ReadonlySet<string> = new Set(logInVerbs)

/** The reason of a line about a log-in in words; as it stands where it has none (the start of a key), null where the line is about another thing. */
export const logInReason = ({ verb, reason }: { verb: string; reason: string | null }, language: 'zh' | 'en'): string | null =>
  told.has(verb) && reason ? (reasonsOfLogIns[reason]?.[language] ?? reason) : null
