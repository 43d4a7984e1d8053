import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '@shared/model/canonical-json'
import { activityFormats, deliveries, professionSchema } from '@shared/model/field-codes'
import type { CertificateContextFacts, CertificateLearnerFacts } from '../../ports/repositories/certificate-repository'

const learnerFactsSchema = z.object({
  printedName: z.string(),
  credentials: z.string(),
  professionAtClaim: professionSchema,
  identifier: z.object({ label: z.string(), value: z.string() }).nullable(),
  completedOn: z.string(),
  replaces: z.object({ number: z.string(), supersededAt: z.string(), reason: z.string() }).nullable(),
  aggregate: z
    .object({ earnedFrom: z.string(), earnedTo: z.string(), topics: z.array(z.object({ topic: z.string(), amount: z.number() })) })
    .optional(),
})

const contextFactsSchema = z.object({
  portal: z.string(),
  zone: z.string(),
  provider: z.object({
    name: z.string(),
    addressLine: z.string(),
    web: z.string(),
    accent: z.string(),
    logoLetter: z.string(),
    signatory: z.object({ name: z.string(), title: z.string() }),
    phraseNumber: z.enum(['by_amount', 'both']),
  }),
  activity: z.object({
    externalId: z.string(),
    title: z.string(),
    format: z.enum(activityFormats).nullable(),
    delivery: z.enum(deliveries),
    location: z.string().nullable(),
    heldOn: z.object({ first: z.string(), last: z.string() }).nullable(),
    accreditor: z.string().nullable(),
    jointProvider: z.string().nullable(),
    jointlyAccredited: z.literal(true).optional(),
    accreditationNumber: z.string().nullable(),
    pharmacologyAmount: z.number().nullable(),
    approval: z.object({ from: z.string(), to: z.string() }).nullable(),
  }),
  maximumAmount: z.number(),
})

/** Reads the frozen learner's side of a certificate; anything else in the column is a damaged store. */
export function readLearnerFacts(json: string): CertificateLearnerFacts {
  return learnerFactsSchema.parse(JSON.parse(json))
}

/** Reads a frozen context; anything else in the column is a damaged store. */
export function readContextFacts(json: string): CertificateContextFacts {
  return contextFactsSchema.parse(JSON.parse(json))
}

/** A context as it is kept: its canonical text and the hash by which equal ones are found. */
export function writeContextFacts(context: CertificateContextFacts): { readonly sha256: string; readonly facts: string } {
  const facts = canonicalJson(contextFactsSchema.parse(context))
  return { sha256: createHash('sha256').update(facts).digest('hex'), facts }
}
