import path from 'node:path'

import type { Config } from 'payload'

/** The admin: who logs in, where its screens are found, what it shows beside the documents. Components are named by path. */
export const admin = (root: string): NonNullable<Config['admin']> => ({
  user: 'users',
  avatar: 'default', // nobody outside is asked for a picture
  dateFormat: 'yyyy-MM-dd',
  meta: { titleSuffix: ' · 跟单 Gendan' },
  importMap: { baseDir: root, importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js') },
  components: {},
})
