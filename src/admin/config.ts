import path from 'node:path'

import type { CollectionConfig, Config, Where } from 'payload'

const mark = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect x="2" y="6" width="13" height="5" rx="1.5" fill="#334"/><rect x="9" y="13" width="13" height="5" rx="1.5" fill="#778"/><circle cx="12" cy="12" r="3.2" fill="#c8553d"/></svg>')}`

/** The admin: who logs in, where its screens are found, what it shows beside the documents. Components are named by path. */
export const admin = (root: string): NonNullable<Config['admin']> => ({
  user: 'users',
  avatar: 'default', // nobody outside is asked for a picture
  dateFormat: 'yyyy-MM-dd',
  meta: { titleSuffix: ' · 跟单 Gendan', icons: [{ rel: 'icon', type: 'image/svg+xml', url: mark }] },
  importMap: { baseDir: root, importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js') },
  components: {
    providers: ['/src/admin/components/Workbench#Workbench'],
    views: {
      dashboard: { Component: '/src/admin/views/Home#HomeView' },
      forgot: { Component: '/src/admin/views/ForgotPassword#ForgotPasswordView', path: '/forgot', exact: true },
      setPassword: { Component: '/src/admin/views/SetPassword#SetPasswordView', path: '/set-password', exact: true },
      followUp: { Component: '/src/admin/views/FollowUp#FollowUpView', path: '/follow-up', exact: true },
      stock: { Component: '/src/admin/views/Stock#StockView', path: '/stock', exact: true },
      unshipped: { Component: '/src/admin/views/Unshipped#UnshippedView', path: '/unshipped', exact: true },
      samplesBoard: { Component: '/src/admin/views/SamplesBoard#SamplesBoardView', path: '/samples-board', exact: true },
      priceQuery: { Component: '/src/admin/views/PriceQuery#PriceQueryView', path: '/price-query', exact: true },
      reports: { Component: '/src/admin/views/reports/ReportView#ReportView', path: '/reports/:name' },
      creditReleases: { Component: '/src/admin/views/CreditReleases#CreditReleasesView', path: '/credit-releases', exact: true },
      system: { Component: '/src/admin/views/System#SystemView', path: '/system', exact: true },
      styles: { Component: '/src/admin/views/Styles#StylesView', path: '/styles', exact: true },
      import: { Component: '/src/admin/views/Import#ImportView', path: '/import', exact: true },
      reviews: { Component: '/src/admin/views/Reviews#ReviewsView', path: '/reviews', exact: true },
    },
    Nav: '/src/admin/nav/Nav#Nav',
    actions: ['/src/admin/waiting/Bell#Bell'],
    graphics: { Logo: '/src/admin/components/Brand#Logo', Icon: '/src/admin/components/Brand#Icon' },
  },
})

/** The platform reads its own list before ours is drawn; with this condition it reads nothing. */
const readsNothing = (): Where => ({ and: [{ id: { equals: 1 } }, { id: { equals: 2 } }] })

/** Every collection is shown by the one list of the house; files keep the platform's, which a field's "choose an existing one" opens too. */
export const withOneList = (collections: readonly CollectionConfig[]): CollectionConfig[] =>
  collections.map((collection) => {
    const admin = { ...collection.admin, hideAPIURL: true } // of its API nothing is shown on a screen
    if (collection.upload) return { ...collection, admin }
    const views = { ...admin.components?.views, list: { Component: '/src/admin/lists/ListView#ListView' } }
    return { ...collection, admin: { ...admin, baseFilter: readsNothing, components: { ...admin.components, views } } }
  })
