import type { AdminViewServerProps } from 'payload'

import { accountWords } from '../components/account/words'
import { ForgotForm } from './opened'

/** /admin/forgot, for whoever cannot log in. Reads nothing. */
export const ForgotPasswordView = ({ i18n }: AdminViewServerProps) => {
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return (
    <div className="account-page">
      <h1>{accountWords[language].forgotten}</h1>
      <ForgotForm language={language} />
    </div>
  )
}
