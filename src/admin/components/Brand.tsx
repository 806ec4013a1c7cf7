import type { Payload, ServerProps } from 'payload'

import { companyLook } from '@/src/questions/control/companyLook'

/** 跟单 as a mark: two plates joined by a rivet. Inline, so that nothing is fetched. */
const Mark = () => (
  <svg width="24" height="24" viewBox="0 0 24 24" role="img" aria-label="跟单">
    <rect x="2" y="6" width="13" height="5" rx="1.5" fill="currentColor" />
    <rect x="9" y="13" width="13" height="5" rx="1.5" fill="currentColor" opacity="0.55" />
    <circle cx="12" cy="12" r="3.2" fill="#c8553d" />
  </svg>
)

type Props = Pick<ServerProps, 'payload'> | { payload: Payload }

/** At the head of every page: the company's logo; ours where it has none. */
export const Icon = async ({ payload }: Props) => {
  const { logo, name } = await companyLook(payload)
  return logo ? <img className="company-icon" src={logo.wide} alt={name} height={24} /> : <Mark />
}

/** The log-in page is the company's: its logo and name, and below it what this is. */
export const Logo = async ({ payload }: Props) => {
  const { logo, name } = await companyLook(payload)
  return (
    <div className="company-mark">
      {logo ? <img src={logo.wide} alt="" height={48} /> : <Mark />}
      <span>{name}</span>
      <small>跟单 Gendan</small>
    </div>
  )
}
