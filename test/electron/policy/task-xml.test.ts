import { describe, expect, it } from 'vitest'

import { parseTask } from '#electron/policy/task-xml.ts'
import { germanTask, groupTask, taskWith, windowsTask } from './task-samples.ts'

const GERMAN = {
  account: 'S-1-5-21-1-2-3-1004',
  enabled: false,
  elevated: true,
  storesPassword: true,
  command: '"C:\\Programme\\Aufträge & mehr\\abgleich.exe" /ziel "\\\\NAS01\\Aufträge" /nacht',
  actions: 2,
}

function utf16BigEndian(text: string): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
}

describe('task-xml', () => {
  it('reads a task of Windows itself', () => {
    expect(parseTask(windowsTask)).toEqual({
      account: 'S-1-5-18',
      enabled: true,
      elevated: true,
      storesPassword: false,
      command: 'COM handler {CA767AA8-9157-4604-B64B-40747123D5F2}',
      actions: 1,
    })
  })

  it.each([
    { name: 'text of the task scheduler', source: germanTask },
    { name: 'text with a byte order mark', source: `\uFEFF${germanTask}` },
    { name: 'a file as Windows stores it', source: Buffer.from(`\uFEFF${germanTask}`, 'utf16le') },
    { name: 'UTF-16 the other way round', source: utf16BigEndian(germanTask) },
    { name: 'UTF-8', source: Buffer.from(germanTask) },
    { name: 'UTF-8 with a byte order mark', source: Buffer.from(`\uFEFF${germanTask}`) },
    { name: 'lines that end as on Windows', source: germanTask.replaceAll('\n', '\r\n') },
  ])('reads German names from $name', ({ source }) => {
    expect(parseTask(source)).toEqual(GERMAN)
  })

  it('takes the principal that the actions name, and a group as one', () => {
    expect(parseTask(groupTask)).toMatchObject({ account: 'S-1-5-32-545', elevated: false, storesPassword: false })
  })

  it('takes the first principal where the actions name one that is not there', () => {
    expect(parseTask(groupTask.replace('Context="Second"', 'Context="Third"'))).toMatchObject({ account: 'S-1-5-18', elevated: true })
  })

  it.each([
    { type: 'Password', stores: true },
    { type: 'InteractiveTokenOrPassword', stores: true },
    { type: 'InteractiveToken', stores: false },
    { type: 'S4U', stores: false },
    { type: '', stores: false },
  ])('knows whether logon type "$type" keeps a password', ({ type, stores }) => {
    const principals = `<Principal><UserId>ERP01\\sync</UserId><LogonType>${type}</LogonType></Principal>`
    expect(parseTask(taskWith({ principals }))).toMatchObject({ account: 'ERP01\\sync', storesPassword: stores })
  })

  it.each([
    { settings: '', enabled: true },
    { settings: '<Enabled>true</Enabled>', enabled: true },
    { settings: '<Enabled> 1 </Enabled>', enabled: true },
    { settings: '<Enabled>false</Enabled>', enabled: false },
    { settings: '<Enabled>0</Enabled>', enabled: false },
  ])('is enabled: $enabled with settings "$settings"', ({ settings, enabled }) => {
    expect(parseTask(taskWith({ settings }))?.enabled).toBe(enabled)
  })

  it.each([
    { name: 'a program', actions: '<Exec><Command> C:\\a.exe </Command></Exec>', command: 'C:\\a.exe' },
    {
      name: 'an e-mail',
      actions: '<SendEmail><Server>mail</Server><To>a@example.com</To></SendEmail>',
      command: 'e-mail',
    },
    { name: 'a message', actions: '<ShowMessage><Title>x</Title></ShowMessage>', command: 'message' },
    { name: 'something new', actions: '<Teleport/>', command: 'Teleport' },
    { name: 'a handler without a class', actions: '<ComHandler/>', command: 'COM handler' },
    { name: 'nothing', actions: '', command: '' },
  ])('names $name', ({ actions, command }) => {
    expect(parseTask(taskWith({ actions }))?.command).toBe(command)
  })

  it.each([
    { name: 'no principals', source: '<Task><Actions/></Task>' },
    { name: 'a principal that names nobody', source: taskWith({ principals: '<Principal><UserId> </UserId></Principal>' }) },
  ])('has no account with $name', ({ source }) => {
    expect(parseTask(source)).toMatchObject({ account: null })
  })

  it.each([
    { name: 'nothing', source: '' },
    { name: 'no XML', source: 'Zugriff verweigert' },
    { name: 'another document', source: '<Job/>' },
    { name: 'a document that was cut short', source: germanTask.slice(0, -20) },
    { name: 'bytes of no text', source: Uint8Array.of(0x3c, 0xff, 0xfe, 0xff) },
    { name: 'a character that was cut in half', source: Buffer.from(`\uFEFF${germanTask}`, 'utf16le').subarray(0, -1) },
  ])('refuses $name', ({ source }) => {
    expect(parseTask(source)).toBeNull()
  })
})
