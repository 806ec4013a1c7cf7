import { helpWanted } from './commands/terminal'

helpWanted(`npm start

Builds when the build is stale, brings the database up to date, serves. Environment: PORT, HOST, DATA_DIR, DATABASE_URL, SERVER_URL,
ADMIN_EMAIL and ADMIN_PASSWORD (first administrator, with empty books only), SMTP_URL, MAIL_FROM, LOG_LEVEL …; see docs/operations.md.`)

Object.assign(process.env, { NODE_ENV: 'production' }) // before React and Next are loaded
const { serveOrExit } = await import('./serve')
await serveOrExit()
