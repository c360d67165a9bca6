// The main job by a program: a client generated from the OpenAPI document makes a report, decides about it, works on the case and
// closes it, makes a survey call and reads the figures of the quarter. Every answer is held to the document.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { checkDocument, Conformance, generateClient } from './api_client.mjs'
import { startDemo } from './demo_site.mjs'

const everyScope = ['reports:read', 'reports:write', 'cases:read', 'cases:write', 'surveys:read', 'surveys:write', 'figures:read']
let site, document, conformance, client, dana, bea, marta, caller
let report, reference
const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' })
const inDays = days => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)

before(async () => {
  site = await startDemo({ cases: Number(process.env.DOORSTEP_DEMO_CASES ?? 1500), homes: 3000 })
  document = await fetch(`${site.address}/api/v1/openapi.json`).then(answer => answer.json())
  conformance = new Conformance(document)
  client = await generateClient(document)
  const people = site.run('account', 'list', '--json').trim().split('\n').map(line => JSON.parse(line))
  const tokenOf = (name, scopes = everyScope) => site.run('api', 'token', 'add', people.find(one => one.name === name).email,
    '--name', 'Conformance', ...scopes.flatMap(scope => ['--scope', scope])).trim()
  caller = token => new client.Api({
    baseUrl: site.address,
    customFetch: conformance.fetch,
    baseApiParams: { headers: { Authorization: `Bearer ${token}` }, format: 'json' },
  }).api
  dana = caller(tokenOf('Dana Okafor'))
  bea = caller(tokenOf('Bea Thornton'))
  marta = caller(tokenOf('Marta Lindqvist'))
})
after(() => site?.close())

const newKey = () => ({ headers: { 'Idempotency-Key': randomUUID() } })
const seen = answer => ({ headers: { 'If-Match': answer.headers.get('etag') } })
const refused = async (call, status, code) => {
  const answer = await call.then(() => assert.fail('it was not refused'), problem => problem)
  assert.equal(answer.status, status, JSON.stringify(answer.error))
  assert.equal(answer.error.code, code)
}

test('the document is valid OpenAPI 3.1, and the command prints the same', async () => {
  assert.equal(document.openapi, '3.1.0')
  await checkDocument(document)
  assert.deepEqual(JSON.parse(site.run('api', 'openapi')), document)
})

test('a report comes in, once however often it is sent', async () => {
  const told = {
    channel: 'telephone', 'received-on': today, danger: false, kinds: ['noise'], 'who-for': 'me', place: 'The flat above mine, Acre Court',
    'happened-about': 'about 11pm', 'how-often': 'most-nights', what: 'Loud music until four in the morning.', effect: 'a-lot',
    'effect-on': ['sleep'], named: true, name: 'Maria Silva', 'contact-ways': ['telephone'], telephone: '07700 900 982', voicemail: false,
  }
  const key = newKey()
  const first = await dana.createReport(told, key)
  assert.equal(first.status, 201)
  assert.match(first.data.reference, /^R-\d\d-\d+$/)
  const second = await dana.createReport(told, key)
  assert.deepEqual(second.data, first.data)
  assert.equal(second.headers.get('idempotency-replayed'), 'true')
  await refused(dana.createReport({ ...told, danger: true }, key), 422, 'key-reused')
  await refused(dana.createReport({ ...told, what: '' }, newKey()), 422, 'invalid')
  await refused(dana.createReport({ ...told, version: 7 }, newKey()), 422, 'unknown-member')
  await refused(dana.createReport(told), 400, 'key-missing')
  report = first.data.id
})

test('it is found in triage and opens a case', async () => {
  let found = false
  for (let cursor; !found;) {
    const page = await dana.listReports(cursor ? { cursor } : {})
    found = page.data.items.some(one => one.id === report)
    cursor = page.data.next
    if (!cursor) break
  }
  assert.ok(found, 'it does not wait in triage')
  const view = await dana.getReport(report)
  assert.equal(view.data.state, 'waiting')
  const owner = (await dana.getDecisionChoices(report)).data.owners.find(one => one.name === 'Dana Okafor').id
  const decision = {
    owner, 'is-asb': true, path: 'open-case', kind: 'noise', title: 'Music at night, Acre Court', 'complained-about': 'Ravi Marsh',
    reason: 'Loud music most nights until four.', explanation: 'We have opened a case. We will ring you.',
  }
  await refused(dana.decideReport(report, decision), 428, 'if-match-missing')
  await refused(dana.decideReport(report, decision, { headers: { 'If-Match': '"99.0"' } }), 412, 'changed-meanwhile')
  const decided = await dana.decideReport(report, decision, seen(view))
  reference = decided.data.case
  assert.match(reference, /^ASB-\d\d-\d+$/)
})

test('the case is read, kept and changed', async () => {
  const view = await dana.getCase(reference)
  assert.equal(view.data.title, 'Music at night, Acre Court')
  const same = await dana.getCase(reference, { headers: { 'If-None-Match': view.headers.get('etag') }, format: undefined })
    .catch(answer => answer)
  assert.equal(same.status, 304)
  const changed = await dana.editCase(reference, { title: 'Music at night, first floor' }, seen(view))
  assert.equal(changed.data.title, 'Music at night, first floor')
  assert.equal(changed.data.category, view.data.category)
  await refused(dana.editCase(reference, { title: 'Too late' }, seen(view)), 412, 'changed-meanwhile')
  await refused(dana.editCase(reference, { state: 'closed' }, seen(changed)), 422, 'unknown-member')
  const listed = []
  for (let cursor; ;) {
    const page = await dana.listCases({ limit: 100, ...(cursor ? { cursor } : {}) })
    listed.push(...page.data.items.map(one => one.reference))
    cursor = page.data.next
    if (!cursor) break
  }
  assert.equal(new Set(listed).size, listed.length)
  assert.ok(listed.includes(reference))
})

test('a contact keeps the promise', async () => {
  const people = await dana.listPeople(reference)
  const maria = people.data.items.find(one => one.part === 'complainant')
  const contact = {
    person: maria.id, 'made-on': today, method: 'telephone', result: 'conversation', summary: 'Agreed a plan and a diary.',
    'still-safe': true,
  }
  const recorded = await dana.recordContact(reference, contact, newKey())
  assert.equal(recorded.data['met-first-contact'], true)
  await refused(dana.recordContact(reference, { ...contact, 'made-on': inDays(2) }, newKey()), 422, 'invalid')
  const log = await dana.listContacts(reference)
  assert.equal(log.data.items[0].summary, contact.summary)
})

test('risk is assessed', async () => {
  const questions = (await dana.getRiskQuestions(reference)).data
  const answers = Object.fromEntries(questions.asked.map(one =>
    [one.code, one.options.toSorted((a, b) => a.score - b.score)[0].code]))
  const assessed = await dana.assessRisk(reference, {
    person: questions.people[0].id, questions: questions.questions, answers, notes: { [questions.asked[0].code]: 'As she said' },
  }, newKey())
  assert.equal(assessed.data.complete, true)
  assert.equal((await dana.listRiskAssessments(reference)).data.items[0].id, assessed.data.id)
  await refused(dana.assessRisk(reference, { answers }, newKey()), 422, 'person-unknown')
})

test('a plan is begun, agreed and kept', async () => {
  await dana.startPlan(reference, { templates: [] }, newKey())
  const owner = (await dana.getCase(reference)).data['owner-id']
  const step = await dana.addPlanStep(reference, {
    what: 'Visit on a Friday evening', 'owner-kind': 'officer', 'owner-account': owner, track: 'evidence', 'due-on': inDays(7),
  }, newKey())
  const drafted = await dana.getPlanStep(reference, step.data.id)
  const edited = await dana.editPlanStep(reference, step.data.id, { what: 'Visit on a Friday night' }, seen(drafted))
  assert.equal(edited.data.what, 'Visit on a Friday night')
  assert.equal(edited.data['due-on'], inDays(7))
  const draft = await dana.getPlan(reference)
  const maria = (await dana.listPeople(reference)).data.items.find(one => one.part === 'complainant')
  await dana.agreePlan(reference, { with: maria.id, 'agreed-on': today, how: 'telephone' }, seen(draft))
  const agreed = await dana.getPlanStep(reference, step.data.id)
  const ended = await dana.endPlanStep(reference, step.data.id, { state: 'done', on: today, result: 'Heard nothing.' }, seen(agreed))
  assert.equal(ended.data['on-time'], true)
})

test('a task is given and done', async () => {
  const owner = (await dana.getCase(reference)).data['owner-id']
  const made = await dana.createTask(reference, { what: 'Ring the caretaker', owner, 'due-on': inDays(1) }, newKey())
  const task = await dana.getTask(reference, made.data.id)
  const edited = await dana.editTask(reference, made.data.id, { 'due-on': inDays(2) }, seen(task))
  assert.equal(edited.data.what, 'Ring the caretaker')
  const done = await dana.finishTask(reference, made.data.id, { 'done-on': today, result: 'Done' }, seen(edited))
  assert.equal(done.data['done-on'], today)
  assert.equal((await dana.listTasks(reference)).data.items.length, 1)
})

test('the case is closed', async () => {
  const closure = await dana.getClosure(reference)
  assert.equal(closure.data['is-blocked'], false, JSON.stringify(closure.data.checks))
  const closing = {
    outcome: 'resolved', 'resolved-reason': closure.data['resolved-reasons'][0].code, summary: 'No music since the call.',
    explanation: 'It has been quiet, so we are closing the case.',
    confirmed: closure.data.checks.filter(check => check['officer-says']).map(check => check.code),
  }
  for (const check of closure.data.checks)
    if (!check.met && !check.blocks && !check['officer-says']) closing[`why-${check.code}`] = 'Agreed with Maria today.'
  const closed = await dana.closeCase(reference, closing, seen(closure))
  assert.equal(closed.data['waits-for-approval'], false)
  assert.equal((await dana.getCase(reference)).data.state, 'closed')
  await refused(dana.createTask(reference, { what: 'Too late', owner: randomUUID(), 'due-on': today }, newKey()), 409, 'case-closed')
})

test('a survey call is made', async () => {
  const queue = (await bea.listSurveys()).data.items
  assert.ok(queue.length > 1, 'no call is due in the demo')
  const [first, second] = queue.filter(one => one['may-ring'])
  const tried = await bea.recordSurveyAttempt(first.id, { 'tried-on': today, result: 'no-answer' }, newKey())
  assert.equal(tried.data.attempts, first.attempts + 1)
  const survey = await bea.getSurvey(second.id)
  const answers = Object.fromEntries(survey.data.questions.filter(one => one.options.length > 0).map(one =>
    [one.code, one.options[0].code]))
  const done = await bea.answerSurvey(second.id, { way: 'telephone', answers }, seen(survey))
  assert.equal(done.data.case, second.case)
  assert.ok(done.data.answered > 0)
})

test('the figures of the quarter hold what was done', async () => {
  const figures = (await marta.getFigures({})).data
  assert.equal(figures.reconciliation.difference, 0)
  assert.ok(figures.reconciliation.closed >= 1)
  const past = (await marta.getFigures({ period: figures.before.code })).data
  assert.equal(past.period.code, figures.before.code)
  await refused(marta.getFigures({ period: 'tomorrow' }), 404, 'no-such-period')
})

test('nobody gets in without a token, nor further than one goes', async () => {
  await refused(caller('doorstep_pat_nothing').getCase(reference), 401, 'signed-out')
  await refused(bea.getCase(reference), 403, 'not-allowed')
  await refused(dana.getCase('ASB-26-99999'), 404, 'case-not-found')
})

test('every operation of the document was called', () => {
  const named = Object.values(document.paths).flatMap(path => Object.values(path).map(one => one.operationId))
  assert.deepEqual(named.filter(name => name !== 'getDocument' && !conformance.seen.has(name)), [])
})
