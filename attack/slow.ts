/** Connections that send a byte now and then, to hold what honest readers need. */
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const beginnings = [
  'GET / HTTP/1.1\r\nhost: a\r\nx: ',
  'POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 60000\r\n\r\na',
  '',
]

/** Holds `count` connections for a while; returns how many the server had closed by then. */
export async function holdSlowly(
  address: string,
  count: number,
  seconds: number,
): Promise<{ held: number; closed: number }> {
  const { hostname, port } = new URL(address)
  let closed = 0
  const sockets: Socket[] = []
  for (let index = 0; index < count; index++) {
    const socket = connect(Number(port), hostname)
    socket
      .on('error', () => undefined)
      .on('close', () => (closed += 1))
      .resume()
    socket.write(beginnings[index % beginnings.length] ?? '')
    sockets.push(socket)
    if (index % 100 === 99) await sleep(20)
  }
  for (let second = 0; second < seconds; second++) {
    for (const socket of sockets) if (socket.writable && socket.bytesWritten > 0) socket.write('a')
    await sleep(1000)
  }
  const closedByServer = closed
  for (const socket of sockets) socket.destroy()
  return { held: count, closed: closedByServer }
}
