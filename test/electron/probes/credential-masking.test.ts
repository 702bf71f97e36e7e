import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { maskCredentials } from '#electron/probes/credential-masking.ts'

describe('credential-masking', () => {
  it.each([
    { name: 'name=value', command: 'setup.exe /password=hunter2 /S', text: 'setup.exe /password=*** /S' },
    { name: 'name:value', command: 'setup.exe /pwd:hunter2', text: 'setup.exe /pwd:***' },
    { name: 'an MSI property', command: 'msiexec.exe /x {A} DBPASSWORD="two words" /qn', text: 'msiexec.exe /x {A} DBPASSWORD=*** /qn' },
    { name: 'the next argument', command: 'x.exe --api-key abc --quiet', text: 'x.exe --api-key *** --quiet' },
    { name: 'the next argument in quotation marks', command: 'x.exe -token "a b" -q', text: 'x.exe -token *** -q' },
    { name: 'the next argument, even if it looks like a switch', command: 'x.exe --password -x1 -q', text: 'x.exe --password *** -q' },
    { name: 'an argument in quotation marks as a whole', command: 'x.exe "/password=two words" -q', text: 'x.exe "/password=***" -q' },
    { name: 'a short name', command: 'x.exe /pass:geheim', text: 'x.exe /pass:***' },
    { name: 'a connection string', command: 'x.exe "Server=a;Password=b;Database=c"', text: 'x.exe "Server=a;Password=***;Database=c"' },
    { name: 'a user and password in an address', command: 'x.exe https://me:secret@host/p', text: 'x.exe https://***@host/p' },
    { name: 'a product key', command: 'x.exe PIDKEY=AAAAA-BBBBB', text: 'x.exe PIDKEY=***' },
    { name: 'a query of an address', command: 'x.exe https://host/?a=1&token=abc&b=2', text: 'x.exe https://host/?a=1&token=***&b=2' },
  ])('hides $name', ({ command, text }) => {
    expect(maskCredentials(command)).toEqual({ text, masked: true })
  })

  it.each([
    'MsiExec.exe /X{0F8E9F0A-1B2C-4D5E-8F60-718293A4B5C6}',
    '"C:\\Program Files (x86)\\GoToAssist Remote Support Customer\\1732\\g2ax_uninstaller_customer.exe" /uninstall',
    'C:\\Program Files\\Acme\\unins000.exe /SILENT /bypass',
    'rundll32.exe "C:\\x y\\setup.dll",Uninstall keyboard=1 /compass:north',
    'x.exe mailto:me@host',
    '',
  ])('leaves %j as it is', (command) => {
    expect(maskCredentials(command)).toEqual({ text: command, masked: false })
  })

  const secrets = fc.stringMatching(/^[A-Za-z0-9!#$%()*+./:<>?@[\]^_{|}~-]{6,20}$/).map((part) => `Q${part}Z`)
  const names = fc.constantFrom('password', 'Passwd', 'DB_PASSWORD', 'api-key', 'token', 'clientSecret', 'PWD')

  it.each([
    { form: 'name=value', write: (name: string, secret: string) => `x.exe /${name}=${secret} /q` },
    { form: 'name:value', write: (name: string, secret: string) => `x.exe -${name}:${secret} /q` },
    { form: 'name="value"', write: (name: string, secret: string) => `x.exe ${name}="${secret} ${secret}" /q` },
    { form: 'name value', write: (name: string, secret: string) => `x.exe --${name} ${secret} /q` },
    { form: 'name "value"', write: (name: string, secret: string) => `x.exe --${name} "${secret} ${secret}" /q` },
    { form: '"name=value"', write: (name: string, secret: string) => `x.exe "--${name}=${secret} ${secret}" /q` },
  ])('never shows a value written as $form', ({ write }) => {
    fc.assert(fc.property(names, secrets, (name, secret) => !maskCredentials(write(name, secret)).text.includes(secret)))
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (command) => typeof maskCredentials(command).text === 'string'))
  })
})
