/** The port: an answer that breaks off never looks whole, and requests under way end in time. */
import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeListener, listen } from './listener.ts'

const app = new Hono()
let pieces = 0
let isLeft = false

app.get('/breaks', () => {
  let sent = 0
  const body = new ReadableStream({
    async pull(controller) {
      await sleep(5)
      if (sent++ < 3) controller.enqueue(new TextEncoder().encode('01;Hà Nội\n'))
      else throw new Error('the database went away')
    },
  })
  return new Response(body)
})
app.get('/endless', () => {
  const body = new ReadableStream({
    async pull(controller) {
      await sleep(1)
      pieces++
      controller.enqueue(new Uint8Array(65_536))
    },
    cancel() {
      isLeft = true
    },
  })
  return new Response(body)
})
app.get('/slow', async (http) => {
  await sleep(500)
  return http.text('done')
})
app.get('/never', () => new Promise<Response>(() => undefined))

let server: Server
let address: string

beforeAll(async () => {
  server = await listen(app, 0, '127.0.0.1')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.closeAllConnections())

test('a file that breaks off half way is no whole file for its reader', async () => {
  const answer = await fetch(`${address}/breaks`)
  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toThrow()
})

test('a reader that leaves ends the work for it', async () => {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('GET /endless HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(socket, 'data')
  socket.resetAndDestroy()
  await sleep(300)
  const before = pieces
  await sleep(200)
  expect({ isLeft, more: pieces - before }).toEqual({ isLeft: true, more: 0 })
})

test('closing lets an answer end and cuts off what does not', async () => {
  const slow = fetch(`${address}/slow`).then((answer) => answer.text())
  const never = fetch(`${address}/never`).then(
    () => 'answered',
    () => 'cut',
  )
  await sleep(100)
  const begunAt = performance.now()
  await closeListener(server)
  expect(await slow).toBe('done')
  expect(await never).toBe('cut')
  expect(performance.now() - begunAt).toBeLessThan(6_000)
})
