import { z } from 'zod'
import { civilDateSchema } from '../model/civil-date'
import { creditAmountSchema } from '../model/credit-amount'
import { creditTypeSchema, professionSchema } from '../model/field-codes'
import { discountAudiences, discountReasons } from '../policy/discount-code'
import { findingCodes } from '../policy/finding-codes'
import { nameChangeRefusals } from '../policy/name-change'
import { recordIdSchema, textSchema, type Operation } from './operation'

const rightSchema = z.enum(['claim', 'participation', 'none'])

export const profileChangeOperations = {
  /** Whether certificates already issued may bear a new name here, and which are in force (C15, H33, M16, P14). */
  'learners.namePolicy': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ id: recordIdSchema }),
    output: z.object({
      mayReissue: z.boolean(),
      rows: z.array(z.string()),
      nextStep: z.string(),
      certificates: z.array(z.object({ id: recordIdSchema, number: z.string(), printedName: z.string(), activityTitle: z.string(), creditType: creditTypeSchema, amount: creditAmountSchema })),
    }),
    errors: ['not_found'],
    reads: ['learners', 'certificates'],
  },
  /** Changes the name: future certificates always, the named ones by linked successors, with mail drafted. */
  'learners.changeName': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({
      id: recordIdSchema,
      version: z.number().int(),
      givenName: textSchema(200),
      familyName: textSchema(200),
      certificateName: textSchema(400),
      reissue: z.array(recordIdSchema).max(200),
      reason: textSchema(2000),
    }),
    output: z.object({ version: z.number().int(), certificates: z.array(z.string()), draftId: recordIdSchema.nullable(), entryId: recordIdSchema }),
    errors: ['not_found', 'stale', ...nameChangeRefusals],
    reads: [],
  },
  /** What another profession would change; nothing is written (H14, H37, T7). */
  'learners.previewProfession': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ id: recordIdSchema, to: professionSchema }),
    output: z.object({
      kind: z.enum(['would_differ', 'no_difference', 'same_profession']),
      claimsUntouched: z.number().int(),
      rows: z.array(z.string()),
      nextStep: z.string(),
      courses: z.array(
        z.object({
          activityId: recordIdSchema,
          activityTitle: z.string(),
          credits: z.array(z.object({ creditType: creditTypeSchema, before: rightSchema, after: rightSchema, reportBefore: z.string(), reportAfter: z.string() })),
          findingBefore: z.enum(findingCodes),
          findingAfter: z.enum(findingCodes),
        }),
      ),
    }),
    errors: ['not_found'],
    reads: ['learners', 'enrolments', 'claims', 'activities'],
  },
  'learners.changeProfession': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ id: recordIdSchema, version: z.number().int(), to: professionSchema, reason: textSchema(2000) }),
    output: z.object({ version: z.number().int(), entryId: recordIdSchema }),
    errors: ['not_found', 'stale', 'nothing_changed', 'reason_missing'],
    reads: [],
  },
  /** Why a discount code was, or would be, refused to this learner (H47). */
  'orders.checkDiscountCode': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ learnerId: recordIdSchema, typed: textSchema(100) }),
    output: z.object({
      kind: z.enum(['good', 'refused', 'to_be_proved']),
      reason: z.enum(discountReasons),
      rows: z.array(z.string()),
      nextStep: z.string(),
      code: z
        .object({
          code: z.string(),
          portal: z.string(),
          percent: z.number().nullable(),
          amount: z.number().nullable(),
          audience: z.enum(discountAudiences).nullable(),
          validFrom: civilDateSchema.nullable(),
          validTo: civilDateSchema.nullable(),
          usesLeft: z.number().nullable(),
        })
        .nullable(),
    }),
    errors: ['not_found'],
    reads: ['orders', 'learners'],
  },
} as const satisfies Record<string, Operation>
