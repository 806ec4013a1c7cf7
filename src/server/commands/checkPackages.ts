import { packageProblems } from './check/packageProblems'
import { readRelease } from './check/readRelease'

/** Licences and known problems of the packages of others, by what is known without asking anybody. */
const { problems, excused, looked } = packageProblems(readRelease().lock.packages)
console.log(`packages: ${looked}, problems ${problems.length}, excused ${excused.length}`)
for (const problem of problems) console.log(problem)
process.exit(problems.length === 0 ? 0 : 1)
