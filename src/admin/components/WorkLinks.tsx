import type { ServerProps } from 'payload'

/** The review desk under the menu of the collections. */
export const WorkLinks = ({ i18n, user }: ServerProps) => {
  if (!user) return null
  return (
    <div className="nav-group">
      <a className="nav__link" href="/admin/reviews">
        <span className="nav__link-label">{i18n.language === 'en' ? 'Review desk' : '订单评审台'}</span>
      </a>
    </div>
  )
}
