import { withProductionConditions } from './productionConditions'
import { helpWanted, stopWith } from './terminal'

helpWanted(`npm run seed -- <story>

Tells a story into the empty books of DATA_DIR or DATABASE_URL, through the same steps people take, and proves the books.
Whole or not at all; a second run changes nothing.

Stories:
  demo    A garment-trims factory: people, prices, stock and four months of sales`)
withProductionConditions()

const [story, ...rest] = process.argv.slice(2)
if (!story || rest.length > 0) stopWith('npm run seed -- <story>: say which story (npm run seed -- --help)')

const { withDatabase } = await import('../withDatabase')
const { env } = await import('@/src/env/env')

const code = await withDatabase(async () => {
  const { migrateDatabase } = await import('@/src/db/migrate')
  await migrateDatabase({ connectionString: env.DATABASE_URL, logLevel: 'warn' })
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const { stories } = await import('@/src/demo/stories')
  if (!Object.hasOwn(stories, story)) stopWith(`There is no story ${story}: ${Object.keys(stories).join(', ')}`)
  const { accountLines, stepLine, tellOfSeed } = await import('@/src/demo/tellOfSeed')
  const payload = await getPayload({ config })
  const say = (line: string): void => console.log(line)
  try {
    const outcome = await tellOfSeed({ payload, story, say, report: (step) => say(stepLine(step)) })
    if (outcome !== 'used') accountLines().forEach(say)
    return outcome === 'used' ? 1 : 0
  } catch (error) {
    console.error(`Not seeded: ${error instanceof Error ? error.message : String(error)}`)
    if (env.LOG_LEVEL === 'debug') console.error(error)
    return 1
  } finally {
    await payload.destroy()
  }
})
process.exit(code)
