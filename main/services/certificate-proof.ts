import { fromBase64Url, joinBytes, toBase64Url, utf8Of } from '@shared/model/byte-text'
import { proofCode, type CertificateProof, type KeptProof } from '@shared/model/certificate-proof'
import type { SecondCertificate } from '@shared/model/certificate-snapshot'
import { formatCreditAmount } from '@shared/model/credit-amount'
import { ok } from '@shared/model/result'
import { proofBody, readToken, sealedMessage, sealPrefix, writeToken, type ProvenFacts } from '@shared/model/proof-token'
import type { Acting } from '../ports/acting'
import type { Hashing } from '../ports/hashing'
import type { SigningKey } from '../ports/repositories/signing-key-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { SigningKeyPair } from '../ports/signing'

/** Signs what is printed. */
export interface ProofService {
  /** The proof of a snapshot by the hash of its stored text; the first one makes the key it is signed with. */
  prove(snapshot: SecondCertificate, snapshotSha256: string): Promise<CertificateProof>
  /** Seals a printed file: its bytes with a comment at their end that signs all before it. */
  seal(bytes: Uint8Array, proof: CertificateProof): Promise<{ readonly bytes: Uint8Array; readonly kept: KeptProof }>
  /** Changes the key for a new one. What the old one signed stays signed. */
  rotate(acting: Acting): Promise<{ readonly keyId: string }>
}

type ProofPorts = Pick<ServicePorts, 'unitOfWork' | 'clock' | 'secrets' | 'signing' | 'hashing'>

const secretName = (keyId: string): string => `signing-key.${keyId}`

/** The short name of a public key. */
export function keyIdOf(publicKey: string, hashing: Hashing): string {
  return hashing.sha256(fromBase64Url(publicKey) ?? new Uint8Array()).slice(0, 8)
}

/** The proof as the page shows it. */
export function proofOf(token: string, hashing: Hashing): CertificateProof {
  return { token, code: proofCode(hashing.sha256(token)) }
}

/** A printed file with its seal at the end. */
export function sealedFile(bytes: Uint8Array, { token, seal }: KeptProof): Uint8Array {
  return joinBytes(bytes, sealPrefix(token), utf8Of(`${seal}\n`))
}

/** What is proven of a certificate: an AMA participation form says what was designated, an achievement no credit at all. */
export function provenFactsOf(snapshot: SecondCertificate): ProvenFacts {
  const { facts, credits } = snapshot
  const common = { number: snapshot.number.value, name: snapshot.name.text, activity: snapshot.activityTitle, earnedOn: facts.earnedOn, issuedOn: snapshot.issuedAt.slice(0, 10) }
  if (facts.form === 'achievement') return { ...common, credit: 'achievement', amount: '' }
  const designated = facts.form === 'participation' && facts.creditType === 'ama_pra_1'
  return { ...common, credit: designated ? 'ama_pra_1:designated' : facts.creditType, amount: designated ? (credits[0]?.amount ?? '') : formatCreditAmount(facts.amount) }
}

export function createProofService({ unitOfWork, clock, secrets, signing, hashing }: ProofPorts): ProofService {
  let making: Promise<SigningKeyPair> | undefined

  /** The private part first: a key without it could sign nothing, a secret without its key harms nobody. */
  async function makeKey(acting: Acting | undefined): Promise<SigningKeyPair> {
    const pair = signing.createKeyPair()
    const keyId = keyIdOf(pair.publicKey, hashing)
    await secrets.write(secretName(keyId), pair.privateKey)
    await unitOfWork.run(async ({ signingKeys, audit }) => {
      const before = await signingKeys.findCurrent()
      const at = clock.now()
      await signingKeys.add({ keyId, publicKey: pair.publicKey, createdAt: at })
      if (acting === undefined) return ok(null)
      const changes = { before: { keyId: before?.keyId ?? '' }, after: { keyId } }
      return ok(await audit.append({ at, operation: 'proof.rotateKey', entity: 'signing_key', entityId: null, learnerId: null, reason: '', ...changes }, acting))
    })
    return pair
  }

  async function pairOf(key: SigningKey | undefined): Promise<SigningKeyPair | undefined> {
    const privateKey = key === undefined ? undefined : await secrets.read(secretName(key.keyId))
    return key === undefined || privateKey === undefined ? undefined : { publicKey: key.publicKey, privateKey }
  }

  async function currentPair(): Promise<SigningKeyPair> {
    const pair = await pairOf(await unitOfWork.read(({ signingKeys }) => signingKeys.findCurrent()))
    // A store restored without its secrets goes on with a key of its own; the old public key still checks old papers.
    return pair ?? (making ??= makeKey(undefined).finally(() => (making = undefined)))
  }

  return {
    async prove(snapshot, snapshotSha256) {
      const pair = await currentPair()
      const body = proofBody(keyIdOf(pair.publicKey, hashing), snapshotSha256, provenFactsOf(snapshot))
      return proofOf(writeToken(body, signing.sign(pair, body)), hashing)
    },
    async seal(bytes, { token }) {
      const message = sealedMessage(hashing.sha256(joinBytes(bytes, sealPrefix(token))))
      // By the key of the token, also when it was changed in between.
      const pair = await pairOf(await unitOfWork.read(({ signingKeys }) => signingKeys.find(readToken(token)?.keyId ?? '')))
      if (pair === undefined) throw new Error('the key of a token just signed is gone')
      const kept = { token, seal: toBase64Url(signing.sign(pair, message)) }
      return { bytes: sealedFile(bytes, kept), kept }
    },
    async rotate(acting) {
      const pair = await makeKey(acting)
      return { keyId: keyIdOf(pair.publicKey, hashing) }
    },
  }
}
