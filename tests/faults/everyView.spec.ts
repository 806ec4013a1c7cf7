import { afterAll, beforeAll, describe, test } from '@jest/globals'

import { everyView } from '../browser/everyView'
import { type OpenFactory, openFactory } from '../browser/factory'

const withBrowser = process.env['CHROMIUM'] ? describe : describe.skip

// over a hundred views, each opened and looked through: too long for every run of the tests
withBrowser('every view of the demonstration', () => {
  let factory: OpenFactory
  beforeAll(async () => {
    factory = await openFactory()
  }, 900_000)
  afterAll(() => factory?.close(), 60_000)

  test('every form, setting, report and desk opens without a serious fault, an error or a stranger', () => everyView(factory), 600_000)
})
