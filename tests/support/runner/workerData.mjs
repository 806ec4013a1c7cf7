/*
 * The light runner hands all its workers what they work with when the first of them asks, and then no more. A worker that had its task but did
 * not listen yet was told into the void, asked in vain, and waited for ever, and the run with it. So what comes early is kept, and told again
 * to whoever begins to listen.
 */
let kept

const keep = (message) => {
  if (message?.type === 'jest-light-runner-worker-data') kept = message
}

const tellAgain = (event, listener) => {
  if (event !== 'message' || listener === keep) return
  // not before somebody else listens: until then Node keeps all messages
  if (!process.listeners('message').includes(keep)) process.on('message', keep)
  else if (kept) setImmediate(() => process.emit('message', kept))
}

// only the light runner's workers: another one ends when nobody listens to it any more
if (process.env.TINYPOOL_WORKER_ID !== undefined) process.on('newListener', tellAgain)
