import { MinimalTemplate } from '@payloadcms/next/templates'
import type { AdminViewServerProps } from 'payload'

import { accountWords } from '../components/account/words'
import { SetPasswordForm } from './opened'

/** /admin/set-password, the end of the link in a mail. Reads nothing. */
export const SetPasswordView = ({ i18n }: AdminViewServerProps) => {
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return (
    <MinimalTemplate className="account-page">
      <h1>{accountWords[language].setting}</h1>
      <SetPasswordForm language={language} />
    </MinimalTemplate>
  )
}
