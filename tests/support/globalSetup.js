import { tsImport } from 'tsx/esm/api'

/** One database server for the whole run. A run of rules alone (`npm test -- src/domain`) does without. */
export default async function globalSetup(_global, project) {
  const { startTestServer } = await tsImport('./testServer.ts', import.meta.url)
  globalThis.gendanTestServer = await startTestServer(project)
}
