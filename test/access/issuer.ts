/** A real OpenID Connect provider on this machine, whose person, claims and troubles a test decides. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** Who sits before the issuer's sign-in page. */
export interface Person {
  readonly subject: string
  /** The claims of the identity and of the further information, whatever they are. */
  readonly identity?: Readonly<Record<string, unknown>>
  readonly further?: Readonly<Record<string, unknown>>
}

/** Somebody of whom the issuer says the same wherever it is asked. */
export function told(subject: string, claims: Readonly<Record<string, unknown>>): Person {
  return { subject, identity: claims, further: claims }
}

/** The issuer of this test file, and what it does next. */
interface Issuer {
  readonly address: string
  person: Person
  isDenied: boolean
  /** What its server does before it answers as it should; true where that was the answer. */
  trouble: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined
}

const server = createServer()
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
export const issuer: Issuer = { address, person: { subject: 'nobody' }, isDenied: false, trouble: undefined }
const provider = new Provider(address, {
  // Claims may stand in the identity itself, as many issuers give them.
  conformIdTokenClaims: false,
  clients: [
    {
      client_id: 'hieu-hoc',
      client_secret: 'a secret of forty characters or so, made up',
      redirect_uris: ['http://localhost/sign-in/openid/callback'],
    },
  ],
  ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  async findAccount(_, subject) {
    return {
      accountId: subject,
      claims: async (use: string) => ({
        sub: subject,
        ...(use === 'id_token' ? issuer.person.identity : issuer.person.further),
      }),
    }
  },
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId })
    grant.addOIDCScope('openid email')
    await grant.save()
    return grant
  },
})
const answer = provider.callback()
server.on('request', (request: IncomingMessage, response: ServerResponse) => {
  if (issuer.trouble?.(request, response)) return
  if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
  const result = issuer.isDenied ? { error: 'access_denied' } : { login: { accountId: issuer.person.subject } }
  void provider.interactionFinished(request, response, result)
})

/** Ends the issuer's server. */
export function closeIssuer(): Promise<void> {
  return new Promise<void>((resolve) => server.close(() => resolve()))
}

/** Follows the issuer's redirects until it sends the browser back to us; returns the path it sends to. */
export async function throughIssuer(start: string): Promise<string> {
  const cookies = new Map<string, string>()
  let address = new URL(start)
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, { headers: { cookie }, redirect: 'manual' })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    address = new URL(response.headers.get('location') ?? '', address)
    if (address.origin === 'http://localhost') return address.pathname + address.search
  }
  throw new Error('the issuer did not send back')
}
