import type { Locator, Page } from '@playwright/test'
import { expect, test, type DeskApp } from './support/desk-app'
import { chooseOption, expectAccessibleInBothThemes, openLearner, openPart } from './support/window-acts'

const dialogOf = (page: Page, name: string): Locator => page.getByRole('dialog', { name })
const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' })

async function learnerId(desk: DeskApp, text: string): Promise<string> {
  return (await desk.value('find.search', { text, limit: 1 })).hits[0]?.learnerId ?? ''
}

async function type(dialog: Locator, field: string, text: string): Promise<void> {
  const box = dialog.getByRole('textbox', { name: field, exact: true })
  await box.focus()
  await box.page().keyboard.press('Control+a')
  await box.page().keyboard.type(text)
}

test('sets the claim window aside on record, withdraws it and puts it back (C9, C10)', async ({ desk }) => {
  const { page } = desk
  const id = await learnerId(desk, 'L-7-00018')
  const record = await desk.value('learners.open', { id })
  const activityId = record.enrolments[0]?.activityId ?? ''
  const first = async () => (await desk.value('diagnosis.ofActivity', { id, activityId })).findings[0]?.code
  expect(await first()).toBe('claim_window_closed')
  await openLearner(page, 'L-7-00018', `${record.learner.givenName} ${record.learner.familyName}`)
  await openPart(page, 'Courses')
  await page.getByTestId('content').getByRole('button', { name: 'Grant exception…' }).press('Enter')
  const grant = dialogOf(page, 'Grant exception')
  await expect(grant.getByRole('radio', { name: /^Late claim/ })).toBeChecked()
  await expect(grant.getByRole('radio', { name: /^Extra attempt. Refused:/ })).toHaveAttribute('aria-disabled', 'true')
  await expectAccessibleInBothThemes(page)
  await type(grant, 'Last day', '2026-11-19')
  await type(grant, 'Approved by', 'Dr. Ruth Amari')
  await type(grant, 'Reason', 'On leave when the window closed')
  await page.keyboard.press('Control+Enter')
  await expect(grant.getByText('date_in_past')).toBeVisible()
  await type(grant, 'Last day', '2026-12-31')
  await page.keyboard.press('Control+Enter')
  await expect(grant).toBeHidden()
  await expect(notices(page).getByText('Late claim granted')).toBeVisible()
  expect(await first()).not.toBe('claim_window_closed')

  const ledger = page.getByRole('region', { name: 'Exceptions' })
  const row = ledger.getByRole('row', { name: /Late claim/ })
  await expect(row).toContainText('until 31 Dec 2026')
  await row.press('ArrowRight')
  await expect(ledger.getByText('On leave when the window closed')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await ledger.getByRole('button', { name: 'Withdraw…' }).press('Enter')
  const withdraw = dialogOf(page, 'Withdraw exception')
  await type(withdraw, 'Reason', 'Granted to the wrong person')
  await page.keyboard.press('Control+Enter')
  await expect(withdraw).toBeHidden()
  await expect(row).toContainText('Withdrawn')
  expect(await first()).toBe('claim_window_closed')
  await notices(page).getByRole('button', { name: /Undo/ }).last().press('Enter')
  await expect(row).toContainText('In force')
})

test('corrects the segments a course lost, with its reason, and takes it back (P5)', async ({ desk }) => {
  const { page } = desk
  const id = await learnerId(desk, 'L-7-00035')
  const record = await desk.value('learners.open', { id })
  const enrolment = record.enrolments[0]
  const progress = async () => desk.value('enrolments.progress', { id: enrolment?.id ?? '' })
  const before = await progress()
  await openLearner(page, 'L-7-00035', `${record.learner.givenName} ${record.learner.familyName}`)
  await openPart(page, 'Courses')
  await page.getByTestId('content').getByRole('button', { name: 'Correct progress…' }).press('Enter')
  const dialog = dialogOf(page, 'Correct progress')
  await type(dialog, 'Segments done', '99')
  await type(dialog, 'Reason', 'Seen on the platform’s own log')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('number_out_of_range')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Segments done' })).toHaveAttribute('aria-invalid', 'true')
  await expectAccessibleInBothThemes(page)
  await type(dialog, 'Segments done', String(before.segmentsTotal))
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  expect(await progress()).toMatchObject({ segmentsDone: before.segmentsTotal })
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await progress()).segmentsDone).toBe(before.segmentsDone)
})

test('finds an event code by half-remembered words, gives it, and enters it as it was heard (C7, C8, T26)', async ({ desk }) => {
  const { page } = desk
  const id = await learnerId(desk, 'L-7-00017')
  const record = await desk.value('learners.open', { id })
  await openLearner(page, 'L-7-00017', `${record.learner.givenName} ${record.learner.familyName}`)
  await openPart(page, 'Courses')
  await page.getByTestId('content').getByRole('button', { name: 'Find event code…' }).press('Enter')
  const finder = dialogOf(page, 'Find event code')
  await expect(finder.getByRole('radio').first()).toBeVisible()
  await type(finder, 'What the learner remembers', 'amyloidosis auditorum a nov 10')
  // Two series bear the title: theirs is the one they attended.
  await expect(finder.getByRole('radio', { name: /May have it: attendance is on record/ })).toBeChecked()
  await expect(finder.getByRole('radio', { name: /Refused: The learner is not enrolled/ })).toHaveCount(1)
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Control+Enter')
  await expect(finder.getByRole('status').getByText('GR5066', { exact: true })).toBeVisible()
  await finder.getByRole('button', { name: 'Close' }).last().press('Enter')

  await page.getByTestId('content').getByRole('button', { name: 'Correct progress…' }).press('Enter')
  const dialog = dialogOf(page, 'Correct progress')
  await chooseOption(page, dialog.getByRole('combobox', { name: 'Session attended' }), '10 Nov 2026, 15:00 ET · Auditorium A')
  await type(dialog, 'Event code', 'gr 5o66')
  await type(dialog, 'Reason', 'Named the code by phone')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  const findings = (await desk.value('diagnosis.ofActivity', { id, activityId: record.enrolments[0]?.activityId ?? '' })).findings
  expect(findings.map((finding) => finding.code)).not.toContain('event_code_required')
  const history = await desk.value('learners.history', { id, offset: 0, limit: 10 })
  expect(history.entries.map((entry) => entry.operation)).toEqual(['enrolments.correct', 'eventCodes.give'])

})

test('changes a name, reissues the certificate that bears the old one, and takes it all back (H33)', async ({ desk }) => {
  const { page } = desk
  const id = await learnerId(desk, 'L-7-00001')
  const certificates = async () => (await desk.value('learners.open', { id })).claims.flatMap((claim) => claim.certificates.map(({ number, name, state }) => [number, name, state]))
  const before = await certificates()
  await openLearner(page, 'L-7-00001', 'Mei Patel')
  await openPart(page, 'Account')
  await page.getByRole('button', { name: 'Change name…' }).press('Enter')
  const dialog = dialogOf(page, 'Change name')
  await expect(dialog.getByRole('radio', { name: /^Future certificates only/ })).toBeChecked()
  await type(dialog, 'Family name', 'Patel-Okafor')
  await dialog.getByRole('radio', { name: /^Reissue certificates/ }).press('Enter')
  await expect(dialog.getByRole('group', { name: 'To reissue' }).getByRole('checkbox').first()).toBeChecked()
  await type(dialog, 'Reason', 'Marriage certificate seen')
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: 'Mei Patel-Okafor' })).toBeVisible()
  expect((await certificates()).filter(([, name, state]) => name === 'Mei Patel-Okafor' && state === 'current').length).toBeGreaterThan(0)
  expect((await desk.value('outbox.list', { offset: 0, limit: 5 })).rows[0]).toMatchObject({ state: 'draft' })
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { level: 1, name: 'Mei Patel', exact: true })).toBeVisible()
  expect((await certificates()).filter(([, , state]) => state !== 'void')).toEqual(before)
})

test('shows what another profession would change before it does (H14, T7)', async ({ desk }) => {
  const { page } = desk
  const id = await learnerId(desk, 'L-7-00018')
  const record = await desk.value('learners.open', { id })
  await openLearner(page, 'L-7-00018', `${record.learner.givenName} ${record.learner.familyName}`)
  await openPart(page, 'Account')
  await page.getByRole('button', { name: 'Change profession…' }).press('Enter')
  const dialog = dialogOf(page, 'Change profession')
  await chooseOption(page, dialog.getByRole('combobox', { name: 'New profession' }), 'Nurse')
  await expect(dialog.getByRole('region', { name: 'What would differ' })).toContainText('a participation form, now claimed as credit')
  await type(dialog, 'Reason', 'Chosen wrongly at registration')
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  expect((await desk.value('learners.open', { id })).learner.profession).toBe('nurse')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await desk.value('learners.open', { id })).learner.profession).toBe('physician')
})

test('refuses a malformed NPI with an example, and says why a discount code was refused (H47)', async ({ desk }) => {
  const { page } = desk
  await openLearner(page, 'L-7-00001', 'Mei Patel')
  await page.keyboard.press('e')
  const dialog = dialogOf(page, 'Edit learner')
  await type(dialog, 'NPI', '1234567894')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('textbox', { name: 'NPI', exact: true })).toHaveAttribute('aria-invalid', 'true')
  await expect(dialog.getByText(/whose check digit fits, such as 1234567893/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Discard' }).press('Enter')

  await openPart(page, 'Purchases')
  const section = page.getByRole('region', { name: 'Discount code' })
  await type(section, 'Code as the learner typed it', 'student20')
  await page.keyboard.press('Enter')
  await expect(section.getByRole('heading', { name: 'It is for students' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
})
