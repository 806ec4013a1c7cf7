/** A known problem of a package of others: `before` is the first version without it, of its main version or of all where `from` says nothing. */
export type KnownProblem = {
  name: string
  from?: string
  before: string
  what: string
  /** Why a version with the problem may stay: where it lies, and why nobody reaches it. */
  excused?: string
}

const onlyTests = 'only the tests use it; it is not delivered'

/**
 * Kept by hand, since no advisory is to be had where the checks run: what was published about packages that stand, or have stood, in the lock
 * file. Where the registry answers, `npm audit` knows more; what it tells is entered here.
 */
export const knownProblems: readonly KnownProblem[] = [
  { name: 'next', before: '15.2.3', what: 'CVE-2025-29927: a header goes past the middleware' },
  { name: 'next', from: '16.0.0', before: '16.0.7', what: 'CVE-2025-66478: code sent to a server function is run' },
  { name: 'react-server-dom-webpack', from: '19.0.0', before: '19.2.1', what: 'CVE-2025-55182: code sent to a server function is run' },
  { name: 'react-server-dom-turbopack', from: '19.0.0', before: '19.2.1', what: 'CVE-2025-55182: code sent to a server function is run' },
  { name: 'sharp', before: '0.32.6', what: 'CVE-2023-4863: a picture writes beyond its memory' },
  { name: 'jszip', before: '3.8.0', what: 'CVE-2022-48285: an entry is written outside the folder' },
  { name: 'unzipper', before: '0.8.13', what: 'CVE-2018-1002203: an entry is written outside the folder' },
  { name: 'fstream', before: '1.0.12', what: 'CVE-2019-13173: an entry overwrites any file' },
  { name: 'tar', before: '6.2.1', what: 'CVE-2024-28863: folders without end' },
  { name: 'ws', from: '8.0.0', before: '8.17.1', what: 'CVE-2024-37890: too many headers end the process' },
  { name: 'undici', from: '7.0.0', before: '7.5.0', what: 'CVE-2025-47279: bad certificates fill the memory' },
  { name: 'undici', from: '6.0.0', before: '6.21.2', what: 'CVE-2025-47279: bad certificates fill the memory' },
  { name: 'nodemailer', before: '7.0.7', what: 'CVE-2025-13033: a mail goes to another domain than it names' },
  { name: 'express', from: '4.0.0', before: '4.20.0', what: 'CVE-2024-43796: text of a redirect acts in the browser' },
  { name: 'body-parser', from: '1.0.0', before: '1.20.3', what: 'CVE-2024-45590: a body takes for ever' },
  { name: 'body-parser', from: '2.0.0', before: '2.2.1', what: 'CVE-2025-13466: a body takes for ever' },
  { name: 'send', before: '0.19.0', what: 'CVE-2024-43799: text of a redirect acts in the browser' },
  { name: 'serve-static', from: '1.0.0', before: '1.16.0', what: 'CVE-2024-43800: text of a redirect acts in the browser' },
  { name: 'path-to-regexp', before: '0.1.12', what: 'CVE-2024-52798: a path takes for ever' },
  { name: 'path-to-regexp', from: '4.0.0', before: '6.3.0', what: 'CVE-2024-45296: a path takes for ever' },
  { name: 'path-to-regexp', from: '7.0.0', before: '8.0.0', what: 'CVE-2024-45296: a path takes for ever' },
  { name: 'cookie', before: '0.7.0', what: 'CVE-2024-47764: a name says more than a name' },
  { name: 'qs', from: '6.0.0', before: '6.14.1', what: 'CVE-2025-15284: lists in an address fill the memory' },
  { name: 'jose', before: '4.15.5', what: 'CVE-2024-28176: an unpacked token fills the memory' },
  { name: 'jsonwebtoken', before: '9.0.0', what: 'CVE-2022-23529: tokens are taken that were not signed' },
  { name: 'graphql', from: '16.3.0', before: '16.8.1', what: 'CVE-2023-26144: a question takes for ever' },
  { name: 'dompurify', before: '3.2.4', what: 'CVE-2025-26791: text acts in the browser' },
  { name: 'pdfjs-dist', before: '4.2.67', what: 'CVE-2024-4367: a font runs a script' },
  { name: 'crypto-js', before: '4.2.0', what: 'CVE-2023-46233: passwords are derived too cheaply' },
  { name: 'postcss', before: '8.4.31', what: 'CVE-2023-44270: a style sheet is read in two ways' },
  { name: 'nanoid', before: '3.3.8', what: 'CVE-2024-55565: names can be guessed' },
  { name: 'nanoid', from: '4.0.0', before: '5.0.9', what: 'CVE-2024-55565: names can be guessed' },
  { name: 'image-size', before: '1.2.1', what: 'CVE-2025-29967: a picture takes for ever' },
  { name: 'file-type', before: '16.5.4', what: 'CVE-2022-36313: a file takes for ever' },
  { name: 'tmp', before: '0.2.4', what: 'CVE-2025-54798: a file is written through a link' },
  { name: 'glob', from: '10.2.0', before: '10.5.0', what: 'CVE-2025-64756: its command runs what files are called' },
  { name: 'glob', from: '11.0.0', before: '11.1.0', what: 'CVE-2025-64756: its command runs what files are called' },
  { name: 'braces', before: '3.0.3', what: 'CVE-2024-4068: a pattern fills the memory' },
  { name: 'micromatch', before: '4.0.8', what: 'CVE-2024-4067: a pattern takes for ever' },
  { name: 'brace-expansion', before: '1.1.12', what: 'CVE-2025-5889: a pattern takes for ever' },
  { name: 'brace-expansion', from: '2.0.0', before: '2.0.2', what: 'CVE-2025-5889: a pattern takes for ever' },
  { name: 'minimatch', before: '3.0.5', what: 'CVE-2022-3517: a pattern takes for ever' },
  { name: 'cross-spawn', from: '7.0.0', before: '7.0.5', what: 'CVE-2024-21538: a command takes for ever' },
  { name: 'semver', from: '7.0.0', before: '7.5.2', what: 'CVE-2022-25883: a version takes for ever' },
  { name: 'semver', from: '6.0.0', before: '6.3.1', what: 'CVE-2022-25883: a version takes for ever' },
  { name: 'lodash', before: '4.17.21', what: 'CVE-2021-23337: a template runs a command' },
  { name: 'json5', from: '2.0.0', before: '2.2.2', what: 'CVE-2022-46175: a key is the prototype' },
  { name: 'js-yaml', from: '4.0.0', before: '4.1.1', what: 'CVE-2025-64718: a key is the prototype' },
  { name: 'js-yaml', from: '3.0.0', before: '3.14.2', what: 'CVE-2025-64718: a key is the prototype' },
  { name: 'yaml', from: '2.0.0', before: '2.2.2', what: 'CVE-2023-2251: a text ends the process' },
  { name: 'zod', from: '3.0.0', before: '3.22.3', what: 'CVE-2023-4316: an address of mail takes for ever' },
  { name: 'ajv', from: '6.0.0', before: '6.12.3', what: 'CVE-2020-15366: a schema runs a script' },
  { name: 'koa', from: '2.0.0', before: '2.16.2', what: 'CVE-2025-54420: a redirect leads outside' },
  { name: 'form-data', from: '4.0.0', before: '4.0.4', what: 'CVE-2025-7783: the border of a form can be guessed' },
  { name: '@babel/helpers', before: '7.26.10', what: 'CVE-2025-27789: a pattern takes for ever' },
  { name: '@babel/runtime', before: '7.26.10', what: 'CVE-2025-27789: a pattern takes for ever' },
  { name: '@eslint/plugin-kit', before: '0.3.4', what: 'CVE-2025-7339: a comment takes for ever' },
  { name: 'debug', from: '4.4.2', before: '4.4.3', what: 'published by a thief (September 2025)' },
  { name: 'chalk', from: '5.6.1', before: '5.6.2', what: 'published by a thief (September 2025)' },
  { name: 'ansi-styles', from: '6.2.2', before: '6.2.3', what: 'published by a thief (September 2025)' },
  { name: 'color-convert', from: '3.1.1', before: '3.1.2', what: 'published by a thief (September 2025)' },
  { name: 'esbuild', before: '0.25.0', what: 'GHSA-67mh-4wv8-2f99: its development server answers other sites', excused: 'comes with the tool that writes migrations (drizzle-kit, @esbuild-kit); nothing starts its server' }, // prettier-ignore
  { name: 'inflight', before: '999.0.0', what: 'SNYK-JS-INFLIGHT-6095116: keeps what it waits for', excused: 'comes with exceljs by way of fstream and rimraf, which unpack to the disk; workbooks are read from memory' }, // prettier-ignore
  {
    name: 'fast-xml-parser',
    before: '4.4.1',
    what: 'CVE-2023-34104, CVE-2024-41818: names of entities take for ever',
    excused: onlyTests,
  },
  { name: 'dicer', before: '999.0.0', what: 'CVE-2022-24434: a header ends the process', excused: onlyTests },
]

/** Licences under which the packages of others may be delivered with this product, alone or beside it. */
export const allowedLicences: ReadonlySet<string> = new Set([
  'MIT', 'MIT/X11', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense', 'WTFPL', 'Zlib', 'Python-2.0',
  'CC-BY-4.0', // data of browsers
  'OFL-1.1', // fonts, delivered as they are
  'MPL-2.0', 'LGPL-2.1', 'LGPL-3.0-or-later', // libraries of their own files, unchanged and exchangeable
]) // prettier-ignore

/** What packages do not say in their description: read in their folders. */
export const statedLicences: Readonly<Record<string, string>> = {
  busboy: 'MIT',
  streamsearch: 'MIT',
  'png-js': 'MIT',
  // nothing states it; its author publishes under MIT/X11. It comes with exceljs by way of unzipper
  buffers: 'MIT/X11',
  '@next/swc-darwin-arm64': 'MIT',
  '@next/swc-darwin-x64': 'MIT',
  '@next/swc-win32-arm64-msvc': 'MIT',
  '@next/swc-win32-x64-msvc': 'MIT',
}
