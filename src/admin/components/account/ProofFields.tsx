import type { AccountWords } from './words'

/** By what somebody shows that he is the owner of an account: the password in force, and a code of his second factor. */
export const PasswordInForce = ({ words, autoFocus = false }: { words: AccountWords; autoFocus?: boolean }) => (
  <label>
    <span>{words.old}</span>
    <input name="currentPassword" type="password" autoComplete="current-password" required maxLength={1000} autoFocus={autoFocus} />
  </label>
)

export const FactorCode = ({ words, autoFocus = false }: { words: AccountWords; autoFocus?: boolean }) => (
  <label>
    <span>{words.code}</span>
    <input name="code" autoComplete="one-time-code" required maxLength={20} placeholder={words.codeHint} autoFocus={autoFocus} />
  </label>
)
