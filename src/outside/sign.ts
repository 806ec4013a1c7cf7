import { createHmac } from 'node:crypto'

/** Webhook: HMAC-SHA256 over time and body, so that neither is altered and an old one is not sent again. */
export const webhookSignature = ({ secret, timestamp, body }: { secret: string; timestamp: number; body: string }): string =>
  `v1=${createHmac('sha256', secret)
    .update(`${String(timestamp)}.${body}`)
    .digest('hex')}`

/** 钉钉: HMAC-SHA256 over `timestamp\nsecret` by the secret, in the address; milliseconds. */
export function dingtalkAddress({ url, secret, timestamp }: { url: string; secret: string; timestamp: number }): string {
  const signed = new URL(url)
  signed.searchParams.set('timestamp', String(timestamp))
  signed.searchParams.set(
    'sign',
    createHmac('sha256', secret)
      .update(`${String(timestamp)}\n${secret}`)
      .digest('base64'),
  )
  return signed.href
}

/** 飞书: HMAC-SHA256 over nothing, by `timestamp\nsecret`, in the body; seconds. */
export const feishuSign = ({ secret, timestamp }: { secret: string; timestamp: number }): { timestamp: string; sign: string } => ({
  timestamp: String(timestamp),
  sign: createHmac('sha256', `${String(timestamp)}\n${secret}`)
    .update('')
    .digest('base64'),
})
