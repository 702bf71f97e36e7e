import { describeFailure } from '../../win32/result.ts'
import type { Windows } from '../../win32/windows.ts'
import type { Probe } from '../probe.ts'
import { createNotebook, type Notebook, refusal } from '../reading.ts'
import { readDefender } from './defender.ts'
import { DEFENDER_NAME, describeReported, isDefender, NOBODY, type Product, securityCenterClass } from './products.ts'

/**
 * Antivirus products that report to Windows.
 *
 * Source: MSFT_MpComputerStatus for Defender, AntiVirusProduct of the Security Center for the others, which only client editions have:
 * on a server no other product can be seen. Where Defender does not answer, the state of its service tells why. An empty list says that
 * there is no such service.
 */
export const antivirusProbe: Probe<'antivirus'> = {
  id: 'antivirus',
  area: 'management',
  read: ({ windows }) => {
    const notebook = createNotebook()
    const defender = readDefender(windows, notebook)
    const others = readReported(windows, notebook)
    if (defender.ok) return notebook.reading({ products: [...defender.value, ...others] })
    if (others.length === 0) return refusal(defender.failure)
    notebook.gap(`${DEFENDER_NAME} is left out: ${describeFailure(defender.failure)}`)
    return notebook.reading({ products: others })
  },
}

function readReported(windows: Windows, notebook: Notebook): readonly Product[] {
  const { namespace, className, properties } = securityCenterClass
  const asked = windows.management.objects(namespace, className, properties)
  if (!asked.ok) {
    if (!NOBODY.has(asked.failure.code)) notebook.gap(`products other than Defender are not known: ${describeFailure(asked.failure)}`)
    return []
  }
  return asked.value.flatMap((object) => {
    if (isDefender(object)) return []
    const reported = describeReported(object)
    if (reported === null) notebook.gap('an antivirus product is left out: the Security Center gives no name or state of it')
    else if (reported.outdated) notebook.remark(`${reported.product.name} calls its own signatures out of date`)
    return reported === null ? [] : [reported.product]
  })
}
