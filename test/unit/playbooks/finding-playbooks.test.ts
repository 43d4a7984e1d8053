import { describe, expect, test } from 'vitest'
import { createPlaybookIndex } from '../../../main/adapters/minisearch-playbook-index'
import { playbookFamilies } from '@shared/playbooks/playbook'
import { playbookOf, playbooks } from '@shared/playbooks/playbooks'

const index = createPlaybookIndex(playbooks)

/** What learners write, misspelt and in their own order, and the playbook that answers it. None is a phrasing of the data. */
const asked: readonly (readonly [text: string, expected: string, portal?: string])[] = [
  ['how can i signup for acount', 'account.join'],
  ['hopepage shows wrong topcis', 'account.wrong_topics'],
  ['I moved jobs, new e-mail adress pls', 'account.change_email'],
  ['changed my proffesion to NP', 'account.change_profession'],
  ['my profesion isnt in the lsit', 'account.profession_not_listed'],
  ['the website sais no acount on file', 'account.none_on_file'],
  ['which adress did i use to regster', 'account.which_email'],
  ['emial allready in use', 'account.email_in_use'],
  ['I forgt my pasword', 'sign_in.forgot_password'],
  ['¿olvidé? forgotten pássword help', 'sign_in.forgot_password'],
  ['temporay pasword doesnt work', 'sign_in.new_password_fails'],
  ['never recieved the reset emial', 'sign_in.no_reset_mail'],
  ['your messages go to spam foldr', 'sign_in.keep_mail_out_of_junk'],
  ['where the heck is my certifcate for the webcast', 'claiming.why_no_certificate'],
  ['done with course but cant claim credts', 'claiming.why_no_certificate'],
  ['which steps to earn cme', 'claiming.how_to_earn'],
  ['did my claim go thru ok', 'claiming.did_it_work'],
  ['there is no link to clam credit', 'claiming.no_claim_link', 'cleveland-clinic-mycme'],
  ['missed the 30 days can i still claim', 'claiming.after_months', 'cleveland-clinic-mycme'],
  ['webcast disapeared from site', 'claiming.no_longer_on_site'],
  ['credits from past years missing on transcript', 'claiming.past_years_missing'],
  ['want to claim less credits than max', 'claiming.fewer_credits'],
  ['how many attemps do i get on the quizz', 'tests.how_many_tries'],
  ['failed exam 3 times no atempts left', 'tests.failed_all', 'maryland-pharmacy-ce'],
  ['nubmer of qestions in post test', 'tests.how_long'],
  ['see the corect answers', 'tests.right_answers'],
  ['cant find the posttest buton', 'tests.cannot_find'],
  ['print certifcate again', 'certificates.print'],
  ['transcrpt of all credits this year', 'certificates.transcript'],
  ['claimed wrong type of credit need AAPA', 'certificates.wrong_type'],
  ['mispelled name on certificate', 'certificates.change_name'],
  ['pdf wont open', 'certificates.will_not_open'],
  ['im a nurse can i claim AMA', 'certificates.not_a_physician'],
  ['one pdf but several courses', 'certificates.one_pdf', 'med-challenger'],
  ['who is the acreditor', 'certificates.host_name'],
  ['is it free of charge', 'courses.free'],
  ['do you mail a CD with the material', 'courses.materials_by_post'],
  ['how many hours credit for this activty', 'courses.overview'],
  ['pharmacolgy hours for NP', 'courses.pharmacology'],
  ['will the florida board except this', 'courses.board_acceptance'],
  ['does course work on i phone', 'courses.on_phone'],
  ['is there an ap for android', 'courses.app'],
  ['short lnk from clinical adviser', 'courses.short_link'],
  ['need an invoce for reimbursment', 'purchases.receipt'],
  ['cant find course i bougth', 'purchases.cannot_find'],
  ['do credits in my package expire', 'purchases.package_expiry'],
  ['student discout code', 'purchases.discount'],
  ['group pricing for 40 nurses at our hospital', 'purchases.many_clinicians'],
  ['no confirmaton email after registration', 'purchases.no_confirmation'],
  ['evnt code for grand rounds', 'meetings.event_code'],
  ['lost my atendance code', 'meetings.event_code'],
  ['can my wife come along', 'meetings.spouse', 'cleveland-clinic-mycme'],
  ['what confrences are coming up', 'meetings.upcoming', 'cleveland-clinic-mycme'],
  ['bord review for internal medicine', 'meetings.board_reviews', 'cleveland-clinic-mycme'],
  ['how do i renew premuim', 'accrual.get_premium', 'med-challenger'],
  ['do unclaimd credits run out', 'accrual.until_when', 'med-challenger'],
  ['one by one or all credits at once', 'accrual.each_separately', 'med-challenger'],
  ['where do i go to clame cme', 'accrual.where_to_claim', 'med-challenger'],
  ['ACEP credits for emergancy medicine', 'accrual.which_type', 'med-challenger'],
  ['remove a topic i claimed by accident', 'accrual.undo_item', 'med-challenger'],
  ['my ABIM poins are missing', 'reporting.moc_points'],
  ['credit not in cpe moniter', 'reporting.acpe_statement', 'maryland-pharmacy-ce'],
  ['cme pasport is empty', 'reporting.accme_certificate', 'maryland-pharmacy-ce'],
  ['how to write birth date, it is rejected', 'reporting.date_format', 'maryland-pharmacy-ce'],
  ['dont have a NABP numbr', 'reporting.no_nabp_id', 'maryland-pharmacy-ce'],
  ['american bord of surgery report', 'reporting.surgery', 'cleveland-clinic-mycme'],
  ['segmnt 2 is locked', 'classroom.segment_locked', 'maryland-pharmacy-ce'],
  ['no sond in the video', 'classroom.no_sound', 'maryland-pharmacy-ce'],
  ['how much time have i to finish, extend deadline', 'classroom.how_long', 'maryland-pharmacy-ce'],
  ['certficate of achievment link', 'classroom.achievement', 'maryland-pharmacy-ce'],
  ['email of instuctor', 'classroom.instructor', 'maryland-pharmacy-ce'],
  ['when will sombody answer me', 'desk.when_answer'],
  ['fone number to call', 'desk.how_to_reach'],
  ['speak to a real persn', 'desk.talk_to_person', 'med-challenger'],
  ['unsubscibe me from all newsleters', 'desk.unsubscribe'],
]

/** The first three, only those for the portal where a learner of one asks. */
function topThree(text: string, portal: string | undefined): readonly string[] {
  const serves = (id: string): boolean => {
    const portals = playbookOf(id)?.portals
    return portal === undefined || portals === 'any' || portals?.includes(portal) === true
  }
  return index.search(text).map((hit) => hit.id).filter(serves).slice(0, 3)
}

describe('a question in a learner’s own words', () => {
  test('every family is asked at least three times, and nothing is asked as the data has it', () => {
    const families = asked.map(([, id]) => playbookOf(id)?.family)
    expect(playbookFamilies.filter((family) => families.filter((one) => one === family).length < 3)).toEqual([])
    const phrasings = new Set(playbooks.flatMap((playbook) => playbook.phrasings))
    expect(asked.map(([text]) => text).filter((text) => phrasings.has(text))).toEqual([])
  })

  test('at least 95 of 100 are among the first three', ({ annotate }) => {
    const missed = asked.filter(([text, id, portal]) => !topThree(text, portal).includes(id)).map(([text, id, portal]) => `${text} → ${topThree(text, portal).join(', ')}, not ${id}`)
    const rate = (asked.length - missed.length) / asked.length
    const first = asked.filter(([text, id, portal]) => topThree(text, portal)[0] === id).length / asked.length
    void annotate(`top three ${(rate * 100).toFixed(1)} %, first ${(first * 100).toFixed(1)} % of ${String(asked.length)}`)
    expect(rate, missed.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  test('each playbook is found first by what the data says of it', () => {
    const missed = playbooks.flatMap((playbook) => playbook.phrasings.filter((phrasing) => !topThree(phrasing, playbook.portals === 'any' ? undefined : playbook.portals[0]).includes(playbook.id)).map((phrasing) => `${phrasing}: ${playbook.id}`))
    expect(missed).toEqual([])
  })

  test('a row finds what serves it', () => {
    expect(topThree('H32', undefined)[0]).toBe('certificates.wrong_type')
    expect(topThree('p24', undefined)[0]).toBe('classroom.how_long')
  })

  test('the learner’s portal goes first', () => {
    expect(topThree('cannot claim', 'med-challenger')[0]).toBe('accrual.cannot_claim')
    expect(topThree('cannot claim my credit', 'haymarket-mycme')[0]).toBe('claiming.why_no_certificate')
  })

  test.each(['', '   ', '?!', 'the and of', '𝕏🙂'])('%j finds nothing, and does not fail', (text) => {
    expect(index.search(text)).toEqual([])
  })
})
