import { Link } from '@payloadcms/ui'
import type { ServerProps } from 'payload'

type Work = { path: string; label: { zh: string; en: string }; roles?: readonly string[]; quota?: boolean }

/** The screens where people work, in the order of a day; each for the roles, or the people with a release quota, that have something to do there. */
const works: readonly Work[] = [
  { path: '/follow-up', label: { zh: '跟单看板', en: 'Follow-up' } },
  {
    path: '/reviews',
    label: { zh: '订单评审台', en: 'Review desk' },
    roles: ['salesManager', 'pmc', 'rd', 'engineering', 'generalManager', 'auditor'],
  },
  {
    path: '/unshipped',
    label: { zh: '未出货明细', en: 'Unshipped lines' },
    roles: ['sales', 'salesManager', 'pmc', 'warehouse', 'generalManager', 'auditor', 'admin'],
  },
  {
    path: '/credit-releases',
    label: { zh: '信用审批台', en: 'Credit releases' },
    roles: ['salesManager', 'finance', 'generalManager', 'auditor'],
    quota: true,
  },
  {
    path: '/samples-board',
    label: { zh: '样板看板', en: 'Sample board' },
    roles: ['sales', 'salesManager', 'engineering', 'rd', 'pmc', 'generalManager', 'auditor'],
  },
  {
    path: '/price-query',
    label: { zh: '价格查询', en: 'Price query' },
    roles: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor'],
  },
  { path: '/stock', label: { zh: '现存量查询', en: 'Stock on hand' } },
]

/** The working screens under the menu of the collections. */
export const WorkLinks = ({ i18n, user, payload }: ServerProps) => {
  const { roles = [], releaseQuota = null } = (user ?? {}) as { roles?: string[]; releaseQuota?: number | null }
  if (roles.length === 0) return null
  return (
    <div className="nav-group">
      {works
        .filter((work) => !work.roles || work.roles.some((role) => roles.includes(role)) || (work.quota && releaseQuota !== null))
        .map(({ path, label }) => (
          <Link key={path} className="nav__link" href={`${payload.config.routes.admin}${path}`}>
            <span className="nav__link-label">{label[i18n.language === 'en' ? 'en' : 'zh']}</span>
          </Link>
        ))}
    </div>
  )
}
