import { expect, test } from '@jest/globals'

import { clientWords, deviceOf } from './deviceOf'

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge · Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15', 'Safari · macOS'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0', 'WeChat · Android'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
  ['curl/8.5.0', 'curl'],
  ['', ''],
])('%s is %s', (agent, device) => expect(deviceOf(agent)).toBe(device)) // prettier-ignore

test.each([
  ['203.0.113.7 Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36', '203.0.113.7 · Chrome · Windows'],
  ['2400:3200::1 curl/8.5.0', '2400:3200::1 · curl'],
  ['::ffff:10.0.0.1', '::ffff:10.0.0.1'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15', 'Safari · macOS'],
  ['', ''],
])('%s came from %s', (client, words) => expect(clientWords(client)).toBe(words)) // prettier-ignore
