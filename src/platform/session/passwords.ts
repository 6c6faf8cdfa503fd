/** Passwords: kept as argon2id, compared in the same time for everybody, and judged without asking anyone. */
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { composed } from '#kernel/text.ts'
import { createLane } from '#platform/lane.ts'

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; a few dozen milliseconds. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/**
 * Where every operation that compares or keeps passwords is done. They are hashed beside the event loop, in threads that files
 * and names of hosts need too: one processor and one thread stay free for everybody who reads. A hundred who wait are through in
 * a few seconds; a person who has waited longer has given up.
 */
export const passwordLane = createLane({
  atOnce: Math.min(3, Math.max(1, availableParallelism() - 1)),
  waiting: 100,
  waitMs: 20_000,
})

export function hashPassword(password: string): Promise<string> {
  // Vietnamese is typed composed on one keyboard and decomposed on another.
  return hash(composed(password), cost)
}

let decoy: Promise<string> | undefined

/** Whether `password` is the one kept. Without a kept one it takes as long and says no, so time tells nothing. */
export async function isPassword(text: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this one')
  const matches = await verify(text ?? (await decoy), composed(password))
  return matches && Boolean(text)
}

/** Below this score fewer than 10^8 guesses are needed: what a list of leaked passwords and their variations covers. */
const leastScore = 3
/** Words that whoever attacks this program tries first, beyond the list of leaked passwords. */
const localWords = [
  'matkhau',
  'hieuhoc',
  'hanoi',
  'thanglong',
  'vietnam',
  'xahoihoctap',
  'khuyenhoc',
  'giaoduc',
  'dangnhap',
]

let judge: ZxcvbnFactory | undefined

/** Whether a password is leaked, common, or made of patterns; `own` are words that belong to its owner. */
export function isGuessable(password: string, own: readonly string[]): boolean {
  judge ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  // Long ones are judged by their beginning: the check takes the event loop, for a time that grows with the square.
  return judge.check(password.slice(0, 40), [...localWords, ...own]).score < leastScore
}
