import { startTestServer } from './testServer.ts'

/** One database server for the whole run. */
export default async function globalSetup() {
  globalThis.gendanTestServer = await startTestServer()
}
