/** The port: how many connections it holds and how long one may take, and how requests under way end when the program does. */
import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { noteRequest } from './stalls.ts'

/** Below the usual limit of open files, so that the database and files always find a place. */
const mostConnections = 4000
/** Connections that have not sent their first request: past this many the oldest goes, for an honest one asks at once. */
const mostSilent = 500
/** How long a request that is being answered may take to end before it is cut off. */
const graceMs = 5_000

const limits = {
  /** The head of a request comes in one piece; one that trickles holds a connection and nothing else. */
  headersTimeout: 10_000,
  /** A large file over a poor line. */
  requestTimeout: 300_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 10_000,
}

/** Serves the app; resolves when connections are accepted. */
export function listen(app: Hono, port: number, hostname: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, port, hostname, serverOptions: limits }, () => {
      resolve(server as Server)
    }) as Server
    server.on('error', reject)
    bound(server as Server)
  })
}

function bound(server: Server): void {
  server.maxConnections = mostConnections
  const silent = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
    const [oldest] = silent
    if (silent.size > mostSilent) oldest?.destroy()
  })
  server.prependListener('request', (request: IncomingMessage) => silent.delete(request.socket))
  server.prependListener('request', noteRequest)
}

/** Accepts nothing more; what is being answered may end within five seconds. */
export function closeListener(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), graceMs).unref()
  })
}
