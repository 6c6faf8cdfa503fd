/** Roles follow units: foreseen for a preview, moved with a decision, moved back when it is withdrawn; their people are told. */
import { z } from 'zod'
import { type Field, inField } from '#kernel/field.ts'
import { dateOf, say, sayIn } from '#kernel/language.ts'
import type { UnitEffects } from '#modules/organisation'
import { operator } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { letter } from '#platform/mail/letter.ts'
import { type Event, operation } from '#platform/operation.ts'
import { roleWords } from '../access.texts.ts'
import { Letter, type Officer } from '../accounts.model.ts'
import type { ForeseenRole, RoleMove } from './role-moves.model.ts'
import { type Successors, successorsOf } from './role-moves.rules.ts'
import * as store from './role-moves.store.ts'
import { letters } from './role-moves.texts.ts'

interface Following {
  readonly heirs: Successors
  readonly grant: Awaited<ReturnType<typeof store.listRolesAt>>[number]
}

async function following(tx: Tx, unitEffects: UnitEffects): Promise<Following[]> {
  const successors = new Map(successorsOf(unitEffects).map((each) => [each.unit.id, each]))
  const grants = await store.listRolesAt(tx, { unitIds: [...successors.keys()], on: unitEffects.on })
  return grants.flatMap((grant) => {
    const own = successors.get(grant.unitId)
    return own ? [{ heirs: own, grant }] : []
  })
}

/** The roles that a decision would move, person by person; nothing is written. */
export async function foreseeRoles(tx: Tx, unitEffects: UnitEffects): Promise<ForeseenRole[]> {
  return (await following(tx, unitEffects)).map(foreseen)
}

function foreseen({ heirs: successors, grant }: Following): ForeseenRole {
  const { accountId: id, name, email, role, field } = grant
  const { unit: from, successor, others, why } = successors
  return { account: { id, name, email }, role, field, from, to: successor ? [successor] : [], others: [...others], why }
}

export interface FollowRoles {
  /** What the moves are known by, to take them back. */
  readonly decisionId: string
  /** The decision as a letter names it: "Nghị quyết 1656/NQ-UBTVQH15". */
  readonly decision: string
  readonly at: Date
  readonly newId: () => string
  readonly publish: (event: Event) => Promise<void>
}

/**
 * Moves the roles at units that a decision ends, from its day on; call it after the units themselves changed. Every person gets
 * one letter. Called again it moves only what was given since: on the day the decision comes into force it is called once more,
 * and then open invitations follow too.
 */
export async function followRoles(tx: Tx, unitEffects: UnitEffects, by: FollowRoles): Promise<ForeseenRole[]> {
  const { on } = unitEffects
  const moved = await following(tx, unitEffects)
  const facts = moved.map(({ grant, heirs: successors }) => ({
    grantId: grant.id,
    on,
    wasUntil: grant.validTo,
    toId: successors.successor?.id ?? null,
    toName: successors.successor?.name ?? null,
    others: successors.others.map((unit) => unit.name),
    why: successors.why,
  }))
  await store.endWithUnits(tx, facts, by)
  const wanted = moved.flatMap(({ heirs: { successor }, grant: { accountId, role, field, since, validTo } }) =>
    successor ? [{ accountId, unitId: successor.id, role, field, validFrom: since, validTo }] : [],
  )
  const missing = await store.uncoveredRoles(tx, { wanted })
  await store.insertFollowing(
    tx,
    missing.map((grant) => ({ ...grant, id: by.newId() })),
    by,
  )
  if (on <= dateOf(by.at)) {
    const ways = successorsOf(unitEffects).map(({ unit, successor }) => ({ from: unit.id, to: successor?.id ?? null }))
    await store.moveInvitations(tx, ways, by.at)
  }
  await tell(
    moved.map(({ grant }) => grant),
    by,
  )
  return moved.map(foreseen)
}

/** Takes back what `followRoles` did for a decision: every role is held as before, and its people are told. */
export async function unfollowRoles(
  tx: Tx,
  decisionId: string,
  { at, publish }: Pick<FollowRoles, 'at' | 'publish'>,
): Promise<void> {
  const moved = await store.listMoved(tx, { decisionId })
  await store.undoMoves(tx, decisionId, at)
  await tell(moved, { decisionId, publish })
}

async function tell(
  people: readonly { accountId: string; isDisabled: boolean }[],
  { decisionId, publish }: Pick<FollowRoles, 'decisionId' | 'publish'>,
): Promise<void> {
  const ids = new Set(people.filter((each) => !each.isDisabled).map((each) => each.accountId))
  for (const accountId of ids) await publish({ name: 'access.rolesMoved', payload: { decisionId, accountId } })
}

const noticeDays = 90

/** The roles of an account that moved in the last 90 days, or will: to be told where people look. */
export async function movesOf(tx: Tx, accountId: string, today: string): Promise<RoleMove[]> {
  const since = new Date(`${today}T00:00:00Z`)
  since.setUTCDate(since.getUTCDate() - noticeDays)
  return store.listMovesSince(tx, { accountId, since: since.toISOString().slice(0, 10) })
}

/** What a decision was known by; letters that the version before has queued still say so. */
const former = { fields: { decisionId: 'reformId' } }

/** Written when the letter is sent, so that it says what holds then. */
export const prepareRoleMoved = operation({
  name: 'access.prepareRoleMoved',
  former,
  summary: 'Writes the letter about roles that follow a unit to its successor, or about their staying after all.',
  effect: 'write',
  touches: [],
  may: operator,
  input: z.object({ decisionId: z.uuid(), accountId: z.uuid() }),
  output: z.object({ letter: Letter.nullable() }),
  async run({ tx, settings, fields }, { decisionId, accountId }) {
    const [officer] = await store.findOfficer(tx, { id: accountId })
    const moves = await store.listMovesOf(tx, { decisionId, accountId })
    if (!officer || moves.length === 0) return { letter: null }
    const standing = moves.filter((move) => !move.isUndone)
    const address = `${settings.publicUrl}/account`
    const letter =
      standing.length > 0 ? movedLetter(officer, standing, fields, address) : stayLetter(officer, moves, fields)
    return { letter }
  },
})

function movedLetter(
  { email, name, language }: Officer,
  moves: readonly RoleMove[],
  fields: readonly Field[],
  address: string,
): Letter {
  const [{ on, decision } = { on: '', decision: '' }] = moves
  const lines = moves.map((move) => {
    const role = inField(sayIn(language), roleWords[move.role], move.field, fields)
    const params = { role, from: move.from, to: move.to ?? '' }
    return say(language, move.to ? letters.moveLine : letters.moveEndLine, params)
  })
  const params = { name, on, decision, moves: [...new Set(lines)].join('\n'), address }
  return {
    to: email,
    subject: say(language, letters.movedSubject, params),
    text: say(language, letters.movedBody, params),
  }
}

function stayLetter({ email, name, language }: Officer, moves: readonly RoleMove[], fields: readonly Field[]): Letter {
  const [{ decision } = { decision: '' }] = moves
  const lines = moves.map((move) =>
    say(language, letters.stayLine, {
      role: inField(sayIn(language), roleWords[move.role], move.field, fields),
      from: move.from,
    }),
  )
  const params = { name, decision, moves: [...new Set(lines)].join('\n') }
  return {
    to: email,
    subject: say(language, letters.staySubject, params),
    text: say(language, letters.stayBody, params),
  }
}

export const writeRoleMoved = letter({
  name: 'access.writeRoleMoved',
  on: 'access.rolesMoved',
  former,
  payload: z.object({ decisionId: z.uuid(), accountId: z.uuid() }),
  write: async ({ perform }, payload) => (await perform(prepareRoleMoved, payload)).letter,
})
