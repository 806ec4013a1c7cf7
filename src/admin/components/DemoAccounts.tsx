'use client'

import { toast, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { ask } from '../request/ask'

type Account = { email: string; password: string; name: string; title: { zh: string; en: string } }

/** In the demonstration only: the people of the factory, one click to sign in as one of them. */
export const DemoAccounts = () => {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [accounts, setAccounts] = useState<Account[]>([])
  useEffect(() => {
    const load = async (): Promise<void> => {
      const answer = await ask<{ accounts: Account[] }>('/api/demo-accounts')
      if (answer.ok) setAccounts(answer.body.accounts)
    }
    void load()
  }, [])
  if (accounts.length === 0) return null
  const signIn = async ({ email, password }: Account): Promise<void> => {
    const answer = await ask('/api/users/login', { send: { email, password } })
    if (answer.ok) window.location.assign('/admin')
    else
      toast.error(
        answer.status === 429
          ? language === 'zh'
            ? '登录过于频繁,请稍候'
            : 'Too many log-ins, please wait'
          : language === 'zh'
            ? '登录失败'
            : 'Log-in failed',
      )
  }
  return (
    <section className="demo-accounts">
      <p>{language === 'zh' ? '演示账号:点击即可登录' : 'Demo accounts: click to sign in'}</p>
      <div>
        {accounts.map((account) => (
          <button key={account.email} type="button" onClick={() => void signIn(account)}>
            <strong>{account.title[language]}</strong> {account.name}
          </button>
        ))}
      </div>
    </section>
  )
}
