// A Bluesky network of real servers: PLC directory, PDS with its limits on, AppView.
// Wants DB_POSTGRES_URL and REDIS_HOST (host:port) in the environment, and TMPDIR for its data.
// Prints one line of JSON when it is ready and ends when its standard input does.
import { once } from 'node:events'
import http from 'node:http'
import { TestNetwork } from '@atproto/dev-env'

const network = await TestNetwork.create({
  plc: {},
  pds: {
    hostname: 'localhost',
    rateLimitsEnabled: true,
    rateLimitBypassKey: 'seeding',
    redisScratchAddress: process.env.REDIS_HOST,
  },
  bsky: { dbPostgresSchema: 'bsky' },
  ozone: { dbMaterializedViewRefreshIntervalMs: 30_000 },
})

async function json(request) {
  const pieces = []
  for await (const piece of request) pieces.push(piece)
  return JSON.parse(Buffer.concat(pieces).toString())
}

const levers = {
  // Waits until the AppView has read all that was written.
  '/settle': async () => network.processAll(240_000),
  // Ends the window of the PDS' limit now: the five minutes have passed.
  '/next-window': async () => {
    const redis = network.pds.ctx.redisScratch
    const keys = await redis.keys('*global-ip*')
    if (keys.length) await redis.del(...keys)
    return { ended: keys.length }
  },
  // Makes accounts [{did, handle}] known to the AppView that no PDS has.
  '/actors': async (request) => {
    const indexedAt = new Date().toISOString()
    const actors = (await json(request)).map((one) => ({ ...one, indexedAt }))
    await network.bsky.db.db.insertInto('actor').values(actors).execute()
  },
}

const control = http.createServer(async (request, response) => {
  try {
    const said = await levers[request.url](request)
    response.end(JSON.stringify({ ok: true, ...said }))
  } catch (error) {
    response.statusCode = 500
    response.end(String(error?.stack ?? error))
  }
})
control.listen(0, '127.0.0.1')
await once(control, 'listening')

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), 15_000).unref()
  await network.close().catch((error) => console.error(String(error)))
  process.exit(0)
}
process.on('SIGTERM', stop)
process.stdin.on('end', stop).resume()

console.log(
  JSON.stringify({
    pds: network.pds.url,
    plc: network.plc.url,
    appview: network.bsky.url,
    ctl: `http://127.0.0.1:${control.address().port}`,
  }),
)
