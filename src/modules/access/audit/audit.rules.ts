/** What makes the chain of audit entries whole: each link follows the one before, each batch the one before, and both reach the head. */
import type { Anchor, AnchorFault } from './anchors.model.ts'
import type { ChainFault, ChainReport } from './audit.model.ts'

/** The hash before the first entry, and before the first batch. */
const startHash = '0'.repeat(64)

export interface Link {
  /** In the chain, from 1. */
  readonly place: number
  readonly seq: number
  readonly previousHash: string
  /** As written with the entry. */
  readonly hash: string
  /** As its content gives it now; null where the entry is gone. */
  readonly contentHash: string | null
}

/** What was sealed at once. */
export interface Batch {
  readonly batch: number
  /** Of its last link. */
  readonly place: number
  /** The number of its last entry. */
  readonly seq: number | null
  readonly hash: string
  /** As what it says gives it now, after the batch before and the last of its links; null where that is gone. */
  readonly contentHash: string | null
}

/** Where the chain ends, as the database keeps it. */
export interface Head {
  readonly seq: number
  readonly hash: string
  readonly place: number
  readonly batch: number
  readonly batchHash: string
}

export const chainStart: Head = { seq: 0, hash: startHash, place: 0, batch: 0, batchHash: startHash }

/** Entries outside the chain. */
export interface Unsealed {
  readonly waiting: number
  /** That were to be sealed and are gone. */
  readonly lost: number
  readonly firstLost: number | null
  /** That nobody would seal: not written by the program. */
  readonly stray: number
  readonly firstStray: number | null
}

/** Walks the chain from its beginning: every link in order, then every batch in order, then the end. */
export class ChainCheck {
  #reached = { seq: 0, hash: startHash, place: 0 }
  #batch = { batch: -1, place: 0, hash: startHash }
  #changed = 0
  #missing = 0
  #first: ChainFault | undefined
  readonly #anchors: ReadonlyMap<number, readonly Anchor[]>
  readonly #held = new Set<Anchor>()
  readonly #differing: AnchorFault[] = []

  /** @param anchors what was kept elsewhere, to hold the chain against. */
  constructor(anchors: readonly Anchor[] = []) {
    this.#anchors = Map.groupBy(anchors, ({ batch }) => batch)
  }

  link(link: Link): void {
    const { place, seq, previousHash, hash, contentHash } = link
    const gap = place - this.#reached.place - 1
    if (gap !== 0) this.#lose(gap, seq - gap)
    else if (previousHash !== this.#reached.hash) this.#change(seq, 'relinked')
    if (contentHash === null) this.#lose(1, seq)
    else if (contentHash !== hash) this.#change(seq, 'changed')
    this.#reached = { seq, hash, place }
  }

  batch({ batch, place, seq, hash, contentHash }: Batch): void {
    const before = this.#batch
    // The first is 0 where there was a chain before there were batches.
    const isNext = batch === before.batch + 1 || (before.batch === -1 && batch === 1)
    // Where its last link is gone that is told already, and its hash cannot be made again.
    const isWhole = isNext && place > before.place && (contentHash === null || contentHash === hash)
    if (!isWhole) this.#change(seq ?? this.#reached.seq, 'batch')
    this.#batch = { batch, place, hash }
    for (const anchor of this.#anchors.get(batch) ?? []) this.#hold(anchor, { entries: place, hash })
  }

  /** What the walk found, once it has come to the end of the links and of the batches. */
  report(head: Head, unsealed: Unsealed): ChainReport {
    this.#end(head)
    const { waiting, lost, stray, firstLost, firstStray } = unsealed
    if (lost > 0) this.#lose(lost, firstLost ?? 0)
    if (stray > 0) this.#fault({ seq: firstStray ?? 0, why: 'stray' })
    for (const anchor of [...this.#anchors.values()].flat()) {
      if (!this.#held.has(anchor)) this.#differing.push({ ...anchor, why: 'missing' })
    }
    const sealed = this.#reached.place
    const differing = this.#differing
    return {
      entries: sealed + waiting,
      sealed,
      waiting,
      changed: this.#changed,
      missing: this.#missing,
      stray,
      ok: !this.#first && differing.length === 0,
      ...(this.#first && { firstBroken: this.#first }),
      ...(this.#anchors.size > 0 && { anchors: { agreeing: this.#held.size - this.#count('differs'), differing } }),
    }
  }

  #end(head: Head): void {
    const reached = this.#reached
    const isEnd = reached.place === head.place && reached.hash === head.hash
    const batch = this.#batch
    const isLastBatch = Math.max(batch.batch, 0) === head.batch && batch.hash === head.batchHash
    const seq = reached.place < head.place ? reached.seq + 1 : reached.seq
    if (reached.place < head.place) this.#missing += head.place - reached.place
    if (!isEnd || !isLastBatch || batch.place !== head.place) this.#fault({ seq, why: 'tail' })
  }

  #count(why: AnchorFault['why']): number {
    return this.#differing.filter((fault) => fault.why === why).length
  }

  #hold(anchor: Anchor, batch: Pick<Anchor, 'entries' | 'hash'>): void {
    this.#held.add(anchor)
    if (anchor.entries !== batch.entries || anchor.hash !== batch.hash) {
      this.#differing.push({ ...anchor, why: 'differs' })
    }
  }

  #change(seq: number, why: ChainFault['why']): void {
    this.#changed += 1
    this.#fault({ seq, why })
  }

  #lose(count: number, seq: number): void {
    this.#missing += Math.max(count, 0)
    this.#fault({ seq, why: 'missing' })
  }

  #fault(fault: ChainFault): void {
    this.#first ??= fault
  }
}
