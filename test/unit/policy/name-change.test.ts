import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideNameChange, futurePrintedName, judgeNamingPolicy, type NameChangeFacts, type NameChangeRequest } from '@shared/policy/name-change'
import { portalForTests } from '../../support/portal-for-tests'

const certificates = [
  { id: 'crt_1', number: 'X-1', printedName: 'Anna Berg' },
  { id: 'crt_2', number: 'X-2', printedName: 'Anna Lind' },
]
const facts = (portal: Parameters<typeof portalForTests>[0]): NameChangeFacts => ({ portal: portalForTests(portal), learner: { id: 'lrn_1', givenName: 'Anna', familyName: 'Berg', certificateName: '' }, certificates })
const asked: NameChangeRequest = { givenName: 'Anna', familyName: 'Lind', certificateName: '', reissue: [], reason: 'Marriage certificate seen.' }

describe('changing a name', () => {
  it.each([
    ['H33: editable', 'haymarket-mycme', ['crt_1'], 'allowed X-1'],
    ['C15: frozen', 'cleveland-clinic-mycme', ['crt_1'], 'names_frozen reissue'],
    ['M16: at the preview only', 'med-challenger', ['crt_1'], 'names_at_preview_only reissue'],
    ['P14, P15: the record is elsewhere', 'maryland-pharmacy-ce', ['crt_1'], 'record_kept_elsewhere reissue'],
    ['C15: future certificates only, everywhere', 'cleveland-clinic-mycme', [], 'allowed '],
    ['M16: future certificates only', 'med-challenger', [], 'allowed '],
    ['a certificate that bears it already', 'haymarket-mycme', ['crt_2'], 'name_on_it_already reissue'],
    ['a certificate that is not in force', 'haymarket-mycme', ['crt_9'], 'certificate_not_in_force reissue'],
  ] as const)('%s', (_case, portal, reissue, expected) => {
    const verdict = decideNameChange(facts(portal), { ...asked, reissue })
    expect(verdict.kind === 'allowed' ? `allowed ${verdict.reissue.map(({ number }) => number).join()}` : `${verdict.code} ${verdict.field}`).toBe(expected)
    expect(verdict.rows.length).toBeGreaterThan(0)
    expect(verdict.nextStep).toMatch(/^[A-Z].*\.$/)
  })

  it.each([
    [{ givenName: ' ' }, 'field_missing givenName'],
    [{ familyName: '' }, 'field_missing familyName'],
    [{ familyName: 'Berg' }, 'nothing_changed certificateName'],
    [{ familyName: '𓀀' }, 'name_not_printable certificateName'],
    [{ reason: ' ' }, 'reason_missing reason'],
  ])('refuses %o: %s', (more, expected) => {
    const verdict = decideNameChange(facts('haymarket-mycme'), { ...asked, ...more })
    expect(verdict.kind === 'refused' ? `${verdict.code} ${verdict.field}` : verdict.kind).toBe(expected)
  })

  it('T6: prints the learner’s own wish, else given and family name, composed and with its own case', () => {
    expect(futurePrintedName({ givenName: 'Ada', familyName: 'N\u0303un\u0303ez  de  la Cruz', certificateName: '' })).toBe('Ada Ñuñez de la Cruz')
    expect(futurePrintedName({ givenName: 'Ada', familyName: 'X', certificateName: ' Dr. Ada X ' })).toBe('Dr. Ada X')
  })

  it('never reissues where the portal’s policy does not allow it', () => {
    fc.assert(
      fc.property(fc.constantFrom('cleveland-clinic-mycme', 'med-challenger', 'maryland-pharmacy-ce'), fc.string(), fc.string(), fc.subarray(['crt_1', 'crt_2', 'crt_3'], { minLength: 1 }), (portal, family, own, reissue) => {
        const verdict = decideNameChange(facts(portal), { ...asked, familyName: family, certificateName: own, reissue })
        expect(verdict.kind).toBe('refused')
        expect(judgeNamingPolicy(portalForTests(portal)).kind).toBe('future_only')
      }),
    )
  })
})
