/** E-mails as issuers tell them: each way of saying that one is verified, and each that only looks like it. */
import { expect, test } from 'vitest'
import { emailTold } from './openid-claims.ts'

const email = 'a@x.example'

test.each([
  ['true', { email, email_verified: true }, {}, 'verified'],
  ['true as text', { email, email_verified: 'true' }, {}, 'verified'],
  ['true as text of another case', { email, email_verified: 'True' }, {}, 'verified'],
  ['false', { email, email_verified: false }, {}, 'denied'],
  ['false as text', { email, email_verified: 'false' }, {}, 'denied'],
  ['an empty text', { email, email_verified: '' }, {}, 'denied'],
  ['a number', { email, email_verified: 1 }, {}, 'denied'],
  ['a word', { email, email_verified: 'yes' }, {}, 'denied'],
  ['a list', { email, email_verified: [true] }, {}, 'denied'],
  ['nothing', { email }, {}, 'unsaid'],
  ['null', { email, email_verified: null }, {}, 'unsaid'],
  ['only further information', {}, { email, email_verified: true }, 'verified'],
  ['only further information, as text', {}, { email, email_verified: 'true' }, 'verified'],
  ['the e-mail here, its standing there', { email }, { email_verified: true }, 'verified'],
  [
    'the e-mail here, its standing there in other letters',
    { email },
    { email: 'A@X.example', email_verified: true },
    'verified',
  ],
  ['the standing of another e-mail', { email }, { email: 'b@x.example', email_verified: true }, 'unsaid'],
  ['no here, yes there', { email, email_verified: false }, { email, email_verified: true }, 'denied'],
  ['no here, the e-mail there', { email_verified: false }, { email, email_verified: true }, 'denied'],
  ['yes here, the e-mail there without a word', { email_verified: true }, { email }, 'unsaid'],
])('%s', (_, identity, further, standing) => {
  expect(emailTold(identity, further)).toEqual({ email, standing })
})

test.each([[undefined], [null], [5], [{}], [['a@x.example']], [''], ['nobody'], [true]])('%j is no e-mail', (said) => {
  expect(emailTold({ email: said, email_verified: true }).email).toBeUndefined()
})
