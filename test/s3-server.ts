/** A real S3 server of other makers on this machine, with one bucket, for as long as a test file runs. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '#platform/root.ts'
import type { S3Settings } from '#platform/settings.ts'

export interface S3Server {
  readonly settings: S3Settings
  /** Where it keeps objects, as files whose names begin with their keys. */
  readonly folder: string
  /** Ends the server and what it keeps. */
  stop(): Promise<void>
}

export async function startS3Server(): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), 'hieuhoc-s3-'))
  const options = {
    directory: folder,
    address: '127.0.0.1',
    port: 0,
    silent: true,
    vhostBuckets: false,
    configureBuckets: [{ name: 'hieuhoc', configs: [] }],
  }
  const program = `
    const S3rver = require('@20minutes/s3rver')
    new S3rver(${JSON.stringify(options)}).run().then(({ port }) => console.log('port ' + port))`
  // The server hides where a page of a list ended with a cipher of old.
  const child = spawn(process.execPath, ['--openssl-legacy-provider', '--input-type=commonjs', '-e', program], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (piece: Buffer) => {
      text += piece
      const match = /port (\d+)/.exec(text)
      if (match?.[1]) resolve(match[1])
    })
    child.once('exit', (code) => reject(new Error(`the S3 server ended with ${code}: ${text}`)))
  })
  const url = `http://127.0.0.1:${await port}/hieuhoc`
  return {
    settings: { url, region: 'us-east-1', keyId: 'S3RVER', secret: 'S3RVER' },
    folder: join(folder, 'hieuhoc'),
    async stop() {
      const ended = child.exitCode === null ? once(child, 'exit') : undefined
      child.kill('SIGTERM')
      await Promise.race([ended, sleep(5_000)])
      child.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** An answer of the server on its way back. */
export interface S3Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Something between the program and the server that changes what comes back, as a broken cache or a store of another maker does. */
export async function betweenS3(
  { settings }: S3Server,
  change: (answer: S3Answer, method: string) => { status?: number; headers?: OutgoingHttpHeaders; body?: Buffer },
): Promise<{ readonly settings: S3Settings; stop(): Promise<void> }> {
  const target = new URL(settings.url)
  const between = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '', headers } = incoming
    const call = request({ host: target.hostname, port: target.port, method, path: url, headers }, async (reply) => {
      const answer = { status: reply.statusCode ?? 0, headers: reply.headers, body: await buffer(reply) }
      const changed = { ...answer, ...change(answer, method) }
      const length = method === 'HEAD' ? {} : { 'content-length': changed.body.length }
      outgoing.writeHead(changed.status, { ...answer.headers, ...changed.headers, ...length })
      outgoing.end(changed.body)
    })
    incoming.pipe(call)
  })
  between.listen(0, '127.0.0.1')
  await once(between, 'listening')
  const { port } = between.address() as AddressInfo
  return {
    settings: { ...settings, url: settings.url.replace(target.host, `127.0.0.1:${port}`) },
    async stop() {
      between.closeAllConnections()
      between.close()
      await once(between, 'close')
    },
  }
}
