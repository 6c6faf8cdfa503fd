/** Files and texts made to exhaust the server, sent as those who may send files would: each is answered in its own words. */
import { bombs } from '#platform/documents/bombs.fixture.ts'
import { signIn } from './people.ts'

export interface Exploded {
  readonly sent: number
  /** Answers other than a refusal in words. */
  readonly faults: readonly string[]
  readonly slowestMs: number
}

/** Sends every `each`-th bomb. */
export async function throwBombs(address: string, each = 1): Promise<Exploded> {
  const [ward, city] = [await signIn(address, 'ba-dinh'), await signIn(address, 'quan-tri')]
  const faults: string[] = []
  let slowestMs = 0
  const chosen = bombs.filter((_, index) => index % each === 0)
  for (const bomb of chosen) {
    const content = Buffer.from(bomb.build()).toString('base64')
    const startedAt = performance.now()
    const { status, answer } =
      bomb.kind === 'excel'
        ? await ward.write<{ title?: string }>('collection.importWorkbook', { round: 2026, unit: '00004', content })
        : await city.write<{ title?: string }>('plan.importPlan', { fileName: 'a.docx', content })
    slowestMs = Math.max(slowestMs, performance.now() - startedAt)
    const isTold = status >= 400 && status < 500 && answer.title !== undefined
    if (!isTold) faults.push(`${bomb.name}: ${status} ${JSON.stringify(answer).slice(0, 200)}`)
  }
  return { sent: chosen.length, faults, slowestMs: Math.round(slowestMs) }
}

const million = 1_000_000

/** What nobody without an account may cost the server: long, deep and odd bodies, sent at once. */
export async function floodAnonymously(address: string, times: number): Promise<Exploded> {
  const bodies: readonly (readonly [path: string, type: string, body: string])[] = [
    ['/api/v1/plan/judgePiece', 'application/json', `{"correction":{"agencies":[${'7,'.repeat(3 * million)}7]}}`],
    ['/api/v1/access/signIn', 'application/json', '['.repeat(60_000)],
    ['/api/v1/access/signIn', 'application/json', `{"email":"a${'\u0301\u0323'.repeat(12_000)}","password":"x"}`],
    ['/sign-in', 'application/x-www-form-urlencoded', `_sign_in_email=${'%CC%81'.repeat(300_000)}`],
    ['/sign-in', 'application/x-www-form-urlencoded', 'a=&'.repeat(600_000)],
    ['/plan/imports', 'multipart/form-data; boundary=x', '--x\r\n'.repeat(2 * million)],
    ['/password-reset', 'application/x-www-form-urlencoded', `email=${'a'.repeat(5 * million)}`],
  ]
  const faults: string[] = []
  let slowestMs = 0
  let sent = 0
  for (let round = 0; round < times; round++) {
    await Promise.all(
      bodies.map(async ([path, type, body]) => {
        const startedAt = performance.now()
        // A server that refuses early may close the line while the rest is still being sent.
        const status = await fetch(address + path, {
          method: 'POST',
          body,
          headers: { 'content-type': type, origin: address },
          redirect: 'manual',
        }).then(
          (answer) => answer.status,
          () => 413,
        )
        sent += 1
        slowestMs = Math.max(slowestMs, performance.now() - startedAt)
        if (status < 400 || (status >= 500 && status !== 503)) faults.push(`${path}: ${status}`)
      }),
    )
  }
  return { sent, faults, slowestMs: Math.round(slowestMs) }
}
