// A client generated from the program's own OpenAPI document, with every answer held to that document.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import SwaggerParser from '@apidevtools/swagger-parser'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { build as bundle } from 'esbuild'
import { generateApi } from 'swagger-typescript-api'

/** Refuses a document that is not valid OpenAPI 3.1, or that refers to what is not there. */
export async function checkDocument(document) {
  await SwaggerParser.validate(structuredClone(document))
}

/** The module of the generated client. */
export async function generateClient(document) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-client-'))
  try {
    await generateApi({
      fileName: 'client.ts', output: folder, spec: structuredClone(document), silent: true,
    })
    const file = path.join(folder, 'client.mjs')
    await bundle({ entryPoints: [path.join(folder, 'client.ts')], outfile: file, format: 'esm', logLevel: 'silent' })
    return await import(pathToFileURL(file))
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

/** Looks at every answer: its status, type and body have to be in the document. */
export class Conformance {
  constructor(document) {
    this.document = document
    this.seen = new Set()
    this.ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats(this.ajv)
    this.ajv.addSchema(document, 'document')
    this.paths = Object.keys(document.paths).map(pattern => ({
      pattern,
      // A literal segment wins over a parameter, as in the program.
      literal: pattern.split('/').filter(part => !part.startsWith('{')).length,
      expression: new RegExp('^' + pattern.replace(/\{[^}]+\}/g, '[^/]+').replaceAll('.', '\\.') + '$'),
    })).sort((a, b) => b.literal - a.literal)
  }

  operation(method, address) {
    const { pathname } = new URL(address)
    const found = this.paths.find(one => one.expression.test(pathname) && this.document.paths[one.pattern][method])
    assert.ok(found, `${method} ${pathname} is not in the document`)
    return { pattern: found.pattern, operation: this.document.paths[found.pattern][method] }
  }

  async check(method, address, answer) {
    const { pattern, operation } = this.operation(method, address)
    const where = `${operation.operationId} ${answer.status}`
    this.seen.add(operation.operationId)
    const named = operation.responses[answer.status] ? String(answer.status) : 'default'
    let response = operation.responses[named]
    let pointer = `/paths/${escape(pattern)}/${method}/responses/${named}`
    if (response.$ref) {
      pointer = response.$ref.slice(1)
      response = pointer.slice(1).split('/').reduce((value, part) => value[part], this.document)
    }
    const text = await answer.clone().text()
    for (const name of Object.keys(response.headers ?? {}))
      if (name !== 'Link') assert.ok(answer.headers.get(name), `${where} has no ${name}`)
    if (!response.content) return assert.equal(text, '', where)
    const [type] = Object.keys(response.content)
    assert.equal(answer.headers.get('content-type'), type, `${where}: ${text}`)
    const validate = this.ajv.compile({ $ref: `document#${pointer}/content/${escape(type)}/schema` })
    assert.ok(validate(JSON.parse(text)), `${where}: ${this.ajv.errorsText(validate.errors)}\n${text}`)
  }

  /** fetch, with every answer looked at. */
  fetch = async (address, options = {}) => {
    const answer = await fetch(address, options)
    await this.check((options.method ?? 'GET').toLowerCase(), String(address), answer)
    return answer
  }
}

/** A part of a JSON pointer (RFC 6901), inside a URI. */
const escape = part => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
