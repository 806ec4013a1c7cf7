import type { ServerProps } from 'payload'

/** 跟单 as a mark: two plates joined by a rivet. Inline, so that nothing is fetched. */
export const Icon = () => (
  <svg width="24" height="24" viewBox="0 0 24 24" role="img" aria-label="跟单">
    <rect x="2" y="6" width="13" height="5" rx="1.5" fill="currentColor" />
    <rect x="9" y="13" width="13" height="5" rx="1.5" fill="currentColor" opacity="0.55" />
    <circle cx="12" cy="12" r="3.2" fill="#c8553d" />
  </svg>
)

/** The log-in page is the company's: its name, and below it what this is. */
export const Logo = async ({ payload }: Pick<ServerProps, 'payload'>) => {
  const { name } = await payload.findGlobal({ slug: 'company', depth: 0, select: { name: true }, overrideAccess: true })
  return (
    <div className="company-mark">
      <Icon />
      <span>{name}</span>
      <small>跟单 Gendan</small>
    </div>
  )
}
