import type { PayloadRequest } from 'payload'
import { pinyin } from 'pinyin-pro'

import { guessable, type Guessable, shortestPassword } from '@/src/domain/people/guessablePassword'
import type { WordedFinding } from '@/src/domain/kernel/decision'
import { keepPassword, lastPasswords } from '@/src/db/accounts/passwords'

import { isCommonPassword } from './commonPassword'
import { isPassword } from './storedPassword'

/** A password may be taken again after so many others. */
const passwordsKept = 5

const reasons: Readonly<Record<Guessable | 'common' | 'former', { zh: string; en: string }>> = {
  short: {
    zh: `密码至少 ${shortestPassword} 个字符（一句话也可以）`,
    en: `A password has at least ${shortestPassword} characters (a sentence is fine)`,
  },
  repeats: { zh: '密码不能由重复的字符组成', en: 'A password is no repetition' },
  run: { zh: '密码不能是键盘或字母表上相邻的字符', en: 'A password is no run of keys or letters' },
  own: { zh: '密码不能含有本人姓名、邮箱或公司名称', en: 'A password does not contain one’s name, e-mail or company' },
  common: { zh: '这是常见的密码，很快会被猜到', en: 'This password is a common one and guessed soon' },
  former: { zh: `不能使用最近 ${passwordsKept} 次用过的密码`, en: `None of the last ${passwordsKept} passwords may be taken again` },
}

/** A name as it is written in Chinese is also what it sounds like. */
const spoken = (word: string): string[] =>
  /\p{Script=Han}/u.test(word) ? [word, pinyin(word, { toneType: 'none', type: 'array' }).join('')] : [word]

async function isFormer(req: PayloadRequest, user: number, password: string): Promise<boolean> {
  for (const kept of await lastPasswords({ req, user, most: passwordsKept })) if (await isPassword(password, kept)) return true
  return false
}

/**
 * Why this may not be somebody's password: nothing, or one finding for the field. `own`: the words by which he and his house are known;
 * `user`: whose former passwords are not taken again.
 */
export async function judgePassword({
  req,
  password,
  own,
  user,
}: {
  req: PayloadRequest
  password: unknown
  own: readonly string[]
  user: number | null
}): Promise<WordedFinding[]> {
  const refused = (why: keyof typeof reasons): WordedFinding[] => [
    { code: 'INVALID_INPUT', path: 'password', facts: { field: 'password', why, accepted: `≥ ${shortestPassword}` }, text: reasons[why] },
  ]
  if (typeof password !== 'string') return refused('short')
  const why = guessable(password, [...own.flatMap(spoken), 'gendan'])
  if (why) return refused(why)
  if (isCommonPassword(password)) return refused('common')
  return user !== null && (await isFormer(req, user, password)) ? refused('former') : []
}

/** Keeps the password in force, so that it is not taken again soon. In the transaction of the change. */
export const keepFormer = (req: PayloadRequest, user: number): Promise<void> => keepPassword({ req, user, most: passwordsKept })
