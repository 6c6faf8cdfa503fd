/**
 * Nothing is set in force unseen: every write is either a step that judges what somebody was shown, and then names the version of it
 * that was seen, or it is said here why it judges nothing. A new operation stands in neither list, and fails until it does.
 */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { modules } from '#app/modules.ts'
import { Upload } from '#platform/files/upload.ts'
import type { AnyOperation } from '#platform/operation.ts'

const writes = modules.flatMap((module) => module.operations).filter(({ effect }) => effect === 'write')

/** By which fields each judging step says what was seen: none of them may be left out. */
const judging: Readonly<Record<string, readonly string[]>> = {
  'plan.editAmendment': ['revision'],
  'plan.writeTarget': ['revision'],
  'plan.endTarget': ['revision'],
  'plan.writeDuty': ['revision'],
  'plan.endDuty': ['revision'],
  'plan.retitleClause': ['revision'],
  'plan.dropChange': ['revision'],
  'plan.convertTarget': ['revision'],
  'plan.discardAmendment': ['revision'],
  'plan.publishAmendment': ['revision'],
  'plan.judgePiece': ['version'],
  'plan.linkIndicator': ['version'],
  'plan.acceptSure': ['version'],
  'plan.publishImport': ['version'],
  'plan.discardImport': ['version'],
  'collection.editRound': ['version'],
  'collection.send': ['contentVersion'],
  'collection.return': ['version'],
  'collection.approve': ['version'],
  'collection.reopen': ['version'],
  'collection.saveCells': ['cells.0.version'],
  'collection.saveDuty': ['version'],
  'reorganisation.edit': ['version'],
  'reorganisation.addChanges': ['version'],
  'reorganisation.removeChange': ['version'],
  'reorganisation.importCsv': ['version'],
  'reorganisation.propose': ['version'],
  'reorganisation.return': ['version'],
  'reorganisation.discard': ['version'],
  'reorganisation.approve': ['version', 'effectsVersion'],
  'reorganisation.withdraw': ['version'],
  'reports.saveNarrative': ['version'],
  'reports.freeze': ['draftVersion'],
  'policy-documents.edit': ['version'],
}

/** What a step of the list above is asked with where it names what it saw only for something that stands already. */
const id = '01920000-0000-7000-8000-000000000000'
const query: Readonly<Record<string, object>> = {
  'plan.convertTarget': { target: id, indicator: 'x', comparator: '>=', value: 1, draft: id },
  'reorganisation.importCsv': {
    file: Object.assign(Object.create(Upload.prototype), { name: 'x.csv', size: 1 }),
    id,
  },
  'collection.saveCells': { cells: [{}] },
}

/** Why the others judge nothing. */
const others: Readonly<Record<string, readonly string[]>> = {
  'It begins something that others judge later, each by its version.': [
    'plan.draftAmendment',
    'plan.importPlan',
    'policy-documents.add',
    'policy-documents.import',
    'reorganisation.draft',
    'collection.openRound',
    'access.invite',
  ],
  'It adds beside what stands; who judges the whole names its version.': [
    'collection.addEvidence',
    'policy-documents.tie',
  ],
  'A downloaded form names itself and the figures that it was filled on.': ['collection.importWorkbook'],
  'It ends one thing by its id, and that thing never changes.': [
    'collection.removeEvidence',
    'policy-documents.untie',
    'access.endGrant',
    'access.endDelegation',
    'access.withdrawInvitation',
    'access.revokeToken',
  ],
  'It acts on how things stand when it runs, and puts nothing in force: the letter tells the due date of that moment.':
    ['collection.remind'],
  'It says all that it sets, whatever stood before.': [
    'plan.recordApproval',
    'plan.attachDocument',
    'organisation.importBoundaries',
    'access.grantRole',
    'access.delegate',
    'access.createAccount',
    'access.disableAccount',
    'access.enableAccount',
    'access.setPassword',
  ],
  'A table is read once, and its rows never change: what is confirmed is what was shown.': [
    'policy-documents.importStep',
  ],
  'It is about the caller alone.': [
    'access.signIn',
    'access.signInByOpenId',
    'access.signOut',
    'access.signOutEverywhere',
    'access.changePassword',
    'access.requestPasswordReset',
    'access.resetPassword',
    'access.acceptInvitation',
    'access.createToken',
  ],
  'The machine does it by itself, or its operator fills an installation.': [
    'organisation.loadPack',
    'organisation.rebuild',
    'indicators.loadPack',
    'plan.loadPack',
    'collection.loadPack',
    'collection.seedSample',
    'collection.seedHistory',
    'reorganisation.loadPack',
    'reorganisation.settle',
    'reports.keepFile',
    'reports.seedSample',
    'access.prepareReset',
    'access.prepareInvitation',
    'access.prepareRoleMoved',
    'access.prepareDelegated',
    'system.sweep',
    'system.sweepFiles',
    'system.noteBackup',
    'system.indexSearch',
    'policy-documents.loadPlan',
    'policy-documents.importWork',
    'access.seedDemo',
  ],
}

test('every write judges what was seen, or it is said why it judges nothing; no name is left over', () => {
  const texts = [...Object.keys(judging), ...Object.values(others).flat()]
  expect(texts.toSorted()).toEqual(writes.map(({ name }) => name).toSorted())
})

describe.each(writes.filter(({ name }) => Object.hasOwn(judging, name)))('$name', (step) => {
  test.each(judging[step.name] ?? [])('asks for %s', (field) => {
    expect(asksFor(step, field)).toBe(true)
  })
})

test('a step that leaves it to the caller whether to say what was seen is found out', () => {
  const careless = { ...(writes[0] as AnyOperation), name: 'test.approve' }
  expect(asksFor({ ...careless, input: z.object({ version: z.number().optional() }) }, 'version')).toBe(false)
  expect(asksFor({ ...careless, input: z.object({ version: z.number().default(1) }) }, 'version')).toBe(false)
  expect(asksFor({ ...careless, input: z.object({ id: z.uuid() }) }, 'version')).toBe(false)
  expect(asksFor({ ...careless, input: z.object({ version: z.number() }) }, 'version')).toBe(true)
})

/** Whether an input without the field is refused at it. */
function asksFor({ name, input }: Pick<AnyOperation, 'name' | 'input'>, field: string): boolean {
  const { error } = input.safeParse(Object.hasOwn(query, name) ? query[name] : {})
  return error?.issues.some(({ path }) => path.join('.') === field) ?? false
}
