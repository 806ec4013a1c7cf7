import type { PayloadRequest } from 'payload'

import { type AccountDeed, accountDeeds, leavesOut } from '@/src/domain/people/accountNews'
import { grantedRights } from '@/src/domain/people/grantedRights'
import type { Person as Held, Role } from '@/src/domain/people/person'
import { roleWords } from '@/src/domain/words/peopleWords'
import { actorOf } from '@/src/engine/actor'
import { vocabularyOf } from '@/src/engine/words'
import { appendNotices } from '@/src/ledger/notices'

import { confirmers } from './confirmers'
import { notify, peopleById, peopleWithRole } from './notify'

type Language = 'zh' | 'en'
type Account = Partial<Held> & { id: number }

const listed = { zh: '、', en: ', ' } as const
/** So many accounts of a file are named; of the others their number. */
const mostNamed = 20

/** All an account may, in words: its roles, and what it has beyond them. */
function mayDo(req: PayloadRequest, account: Account, language: Language): string {
  const { field } = vocabularyOf({ payload: req.payload, slug: 'users', language })
  const roles = (account.roles ?? []).map((role: Role) => roleWords[role][language])
  const beyond = grantedRights({}, account).filter((right) => right !== 'roles')
  return [...roles, ...beyond.map((right) => (right === 'releaseQuota' ? `${field(right)} ${String(account.releaseQuota)}` : field(right)))].join(listed[language]) // prettier-ignore
}

const named = ({ name, email }: Account): string => `${name ?? ''} (${email ?? ''})`

/**
 * An account is one person's work, and a person there is not could have one. So whoever else confirms rights hears at once who did what to
 * which account and what it may do, by mail, whatever he has chosen; of a password also whose it is. In the transaction of the deed.
 */
export async function tellOfAccounts(
  req: PayloadRequest,
  { accounts, deeds }: { accounts: readonly Account[]; deeds: readonly AccountDeed[] },
): Promise<void> {
  const actor = actorOf(req)
  const [first] = accounts
  if (!actor || !first || deeds.length === 0) return
  const own = accounts.map(({ id }) => id)
  const watching = (await Promise.all(confirmers.map((role) => peopleWithRole(req, role)))).flat()
  const owners = deeds.includes('password') && !deeds.includes('made') ? await peopleById(req, own) : []
  const isOut = leavesOut(deeds)
  const people = [...watching.filter(({ id }) => id !== actor.id && !own.includes(id)), ...owners]
  if (people.length === 0 && !isOut) return
  const who = actor.name ?? actor.email ?? ''
  const did = (language: Language): string => deeds.map((deed) => accountDeeds[deed][language]).join(listed[language])
  const more = accounts.length - mostNamed
  const lines = (language: Language): string =>
    [
      ...accounts.slice(0, mostNamed).map((account) => `${named(account)}: ${mayDo(req, account, language)}`),
      ...(more > 0 ? [`+ ${String(more)}`] : []),
    ].join('\n')
  const subject = accounts.length === 1 ? (first.name ?? '') : String(accounts.length)
  const key = `account-${deeds.join('-')}-${String(first.id)}-${crypto.randomUUID()}`
  const title = { zh: `${who} ${did('zh')}：${subject}`, en: `${who} ${did('en')}: ${subject}` }
  const related = { slug: 'users', id: first.id }
  await notify({
    req,
    people,
    kind: 'security',
    key,
    title,
    related,
    text: {
      zh: `${who} ${did('zh')}。\n${lines('zh')}\n请确认确有其人、确有其事；若不是，请停用该账号并查看操作日志。`,
      en: `${who} ${did('en')}.\n${lines('en')}\nMake sure that there is such a person and that it was asked for; if not, disable the account and look into the audit log.`,
    },
  })
  if (!isOut) return
  const language = first.language === 'en' ? 'en' : 'zh'
  const text = { zh: `${title.zh}。若与您所知不符，请告知公司。`, en: `${title.en}. If that is not what you know of, tell the company.` }[
    language
  ]
  const letter = { key: `${key}-own`, to: first.email ?? '', language, text } as const
  await appendNotices({ req, kind: 'security', related, told: [{ user: first.id, title: title[language], text, held: null, letter }] })
}
