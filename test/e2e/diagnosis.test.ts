import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/desk-app'
import { chooseOption, expectAccessibleInBothThemes } from './support/window-acts'
import { resizeTo } from './support/window-size'

const panel = (page: Page, of = 'the selected activity'): Locator => page.getByRole('region', { name: `Diagnosis of ${of}` }).filter({ visible: true })
const rungOf = (page: Page, text: string | RegExp): Locator => panel(page).getByRole('list', { name: 'Steps to the certificate' }).getByRole('listitem').filter({ hasText: text })

interface Missing {
  readonly learner: string
  readonly code: string
  readonly title: string
  readonly evidence: readonly (string | RegExp)[]
  readonly date?: string
  /** The rung where the learner stands, with its state as it is read out. */
  readonly rung: RegExp
}

/** A missing certificate for each step on the way to it: one learner of the sample each. */
const missing: readonly Missing[] = [
  { learner: 'L-7-00004', code: 'pretest_missing · H20, H35', title: 'The pre-test is missing', evidence: ['The activity requires a pre-test A-7-00073', 'No pre-test on record E-7-00004'], rung: /^Pre-test, here now/ },
  { learner: 'L-7-00005', code: 'posttest_missing · H20, H35', title: 'The post-test has not been tried', evidence: ['The activity requires the post-test A-7-00072', /E-7-00005/], rung: /^Post-test, here now/ },
  { learner: 'L-7-00006', code: 'posttest_not_passed · H21, P7', title: 'The post-test is not passed yet', evidence: [/Best result \d+.%, pass mark 70.%/, /tries used E-7-00006|try used E-7-00006/], rung: /^Post-test, here now/ },
  { learner: 'L-7-00007', code: 'attempts_exhausted · H21, P8', title: 'No tries are left', evidence: [/^2 tries used, best result \d+.% E-7-00007/, 'The activity allows 2 tries A-7-00074'], rung: /^Post-test, no longer possible/ },
  { learner: 'L-7-00008', code: 'evaluation_missing · H35, P9', title: 'The evaluation is missing', evidence: ['The activity requires the evaluation A-7-00072', 'No evaluation on record E-7-00008'], rung: /^Evaluation, here now/ },
  { learner: 'L-7-00009', code: 'not_claimed · H27, H35', title: 'Everything is done except the claim', evidence: ['Post-test passed 14 Nov 2026, 15:00 ET', 'Evaluation sent 14 Nov 2026, 15:09 ET', 'No claim on record E-7-00009'], date: 'Can be claimed until 8 Jun 2027.', rung: /^Claim, here now.*open until 8 Jun 2027/ },
  { learner: 'L-7-00010', code: 'activity_expired · H43, P26', title: 'The activity has expired', evidence: [/Certified until .* A-7-00075/], date: 'Its last day was', rung: /^Claim, no longer possible/ },
  { learner: 'L-7-00017', code: 'event_code_required · C7, C8', title: 'The event code is missing', evidence: ['No event code entered', /Attended 10 Nov 2026/], rung: /^Event code, here now/ },
  { learner: 'L-7-00018', code: 'claim_window_closed · C9', title: 'The time to claim is over', evidence: [/The activity ended .* A-7-00077/], date: 'The last day to claim was', rung: /^Claim, no longer possible/ },
  { learner: 'L-7-00026', code: 'membership_inactive · M1', title: 'The membership is not active', evidence: [/Plan premium, ended/], rung: /^Membership, here now/ },
  { learner: 'L-7-00027', code: 'unclaimed_credit_lapsed · M8', title: 'Earned credit has lapsed', evidence: [/Earned 8 Aug 2023, 15:00 CT, unclaimed: 1.00 Q-7-00010/], date: 'The last day to claim it was 8 Aug 2026.', rung: /^Claim, no longer possible/ },
  { learner: 'L-7-00031', code: 'licence_missing · P11', title: 'The licence is missing', evidence: [/No licence number on file|no licence number on file/], rung: /^Identifiers, here now/ },
  { learner: 'L-7-00034', code: 'completion_window_closed · P24', title: 'The time to complete is over', evidence: [/Registered 17 Aug 2026.* E-7-00030/], date: 'The last day to complete was 15 Nov 2026.', rung: /^Segments, no longer possible/ },
  { learner: 'L-7-00035', code: 'segments_incomplete · P3, P20', title: 'A course segment is open', evidence: [/2 segments done, of 7 segments E-7-00031/], rung: /^Segments, here now.*2 of 7/ },
]

async function openByNumber(page: Page, learner: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(learner)
  await expect(page.getByRole('option').first()).toContainText(learner)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Find or do anything' })).toBeHidden()
}

test('says why there is no certificate, for each step on the way to one', async ({ desk }) => {
  const { page } = desk
  for (const { learner, code, title, evidence, date, rung } of missing) {
    await test.step(code, async () => {
      await openByNumber(page, learner)
      const finding = panel(page).getByRole('region', { name: title })
      await expect(finding.getByRole('heading', { name: title })).toBeVisible()
      await expect(finding).toContainText(code)
      for (const line of evidence) await expect(finding.getByRole('listitem').filter({ hasText: line }).first()).toBeVisible()
      if (date !== undefined) await expect(finding).toContainText(date)
      await expect(rungOf(page, rung)).toHaveCount(1)
      await expect(finding.getByRole('definition')).toHaveCount(2)
      await page.keyboard.press('Control+w')
    })
  }
})

test('says what follows a claim, and offers what can be done about it', async ({ desk }) => {
  const { page } = desk
  await openByNumber(page, 'L-7-00002')
  const finding = panel(page).getByRole('region', { name: 'Claimed, participation form on file' })
  await expect(finding).toContainText('certificate_of_participation · H37')
  await expect(finding).toContainText('Claim C-7-00002')
  await finding.getByRole('button', { name: 'Print again…' }).press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await finding.getByRole('button', { name: 'Change credit type…' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Change credit type' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expectAccessibleInBothThemes(page)
})

test('answers for the learner as a whole, leads to each activity, and follows what is changed', async ({ desk }) => {
  const { page } = desk
  await openByNumber(page, 'L-7-00012')
  const scope = page.getByRole('combobox', { name: 'Diagnosis for' })
  await expect(scope).toHaveText('The learner as a whole')
  const locked = panel(page, 'the learner').getByRole('region', { name: 'The account is locked' })
  await expect(locked).toContainText('The account is locked L-7-00012')
  await locked.getByRole('button', { name: 'Unlock the account…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Edit learner' })
  await chooseOption(page, dialog.getByRole('combobox', { name: 'Status' }), 'Active')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('the learner proved who they are')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(panel(page, 'the learner').getByRole('region', { name: 'Nothing stands in the way' })).toBeVisible()

  await openByNumber(page, 'L-7-00025')
  await chooseOption(page, scope.filter({ visible: true }), 'The learner as a whole')
  const whole = panel(page, 'the learner')
  await expect(whole.getByRole('region', { name: 'Everything is done except the claim' })).toContainText('2 findings')
  await expect(whole.getByRole('region', { name: 'Everything is done except the claim' })).toContainText('Family Medicine Review')
  const further = whole.getByRole('list', { name: 'Further findings' }).getByRole('listitem')
  await expect(further).toHaveCount(1)
  await further.getByRole('button', { name: /^Show steps of/ }).press('Enter')
  await expect(rungOf(page, /^Claim, here now/)).toHaveCount(1)
})

test('asks about an activity the learner is not registered for (C6, H42)', async ({ desk }) => {
  const { page } = desk
  await openByNumber(page, 'L-7-00009')
  await chooseOption(page, page.getByRole('combobox', { name: 'Diagnosis for' }).filter({ visible: true }), 'Another activity…')
  const title = page.getByRole('combobox', { name: 'Title of another activity' })
  await expect(title).toBeFocused()
  await title.pressSequentially('pretest lipids')
  await expect(page.getByRole('option', { name: 'Pretest Required: Lipids' }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  const finding = panel(page).getByRole('region', { name: 'Not registered for this activity' })
  await expect(finding).toContainText('not_enrolled · C6, H42')
  await expect(rungOf(page, /^Registration, here now.*open until 8 Jun 2027/)).toHaveCount(1)
  await expect(page.getByRole('combobox', { name: 'Diagnosis for' })).toHaveText('Pretest Required: Lipids')
  await expectAccessibleInBothThemes(page)
})

test('keeps the finding, the act and the steps in a small window', async ({ desk }) => {
  const { page } = desk
  await resizeTo(desk, 900, 600)
  await openByNumber(page, 'L-7-00008')
  await expect(panel(page).getByRole('heading', { name: 'The evaluation is missing' })).toBeInViewport()
  await rungOf(page, /^Evaluation, here now/).scrollIntoViewIfNeeded()
  await expect(rungOf(page, /^Evaluation, here now/)).toBeInViewport()
  expect(await panel(page).evaluate((region) => region.scrollWidth <= region.clientWidth)).toBe(true)
  await expectAccessibleInBothThemes(page)
})
