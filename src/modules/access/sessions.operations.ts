/** Where one is signed in. */
import { PageInput, pageOf } from '#kernel/page.ts'
import { signedIn } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import * as store from '#platform/session/store.ts'
import { accountOf } from './sign-in/sign-in.operations.ts'

export const listSessions = operation({
  name: 'access.listSessions',
  summary: 'Where you are signed in, latest use first.',
  effect: 'read',
  may: signedIn,
  input: PageInput,
  output: pageOf(store.SessionUse),
  run: ({ tx, caller, now }, page) => store.listSessions(tx, { accountId: accountOf(caller).id, at: now }, page),
})
