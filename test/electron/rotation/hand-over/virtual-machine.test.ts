import { describe, expect, it } from 'vitest'

import { isVirtualMachine } from '#electron/rotation/hand-over/virtual-machine.ts'

describe('virtual-machine', () => {
  it.each([
    { manufacturer: 'VMware, Inc.', product: 'VMware20,1', expected: true },
    { manufacturer: 'Microsoft Corporation', product: 'Virtual Machine', expected: true },
    { manufacturer: 'innotek GmbH', product: 'VirtualBox', expected: true },
    { manufacturer: 'QEMU', product: 'Standard PC (Q35 + ICH9, 2009)', expected: true },
    { manufacturer: 'Red Hat', product: 'KVM', expected: true },
    { manufacturer: 'Xen', product: 'HVM domU', expected: true },
    { manufacturer: 'Parallels Software International Inc.', product: 'Parallels Virtual Platform', expected: true },
    { manufacturer: 'Amazon EC2', product: 't3.large', expected: true },
    { manufacturer: 'Google', product: 'Google Compute Engine', expected: true },
    { manufacturer: 'Nutanix', product: 'AHV', expected: true },
    { manufacturer: null, product: 'VMware7,1', expected: true },
    { manufacturer: null, product: 'Virtual Machine', expected: true },
    { manufacturer: 'Dell Inc.', product: 'PowerEdge T350', expected: false },
    { manufacturer: 'Microsoft Corporation', product: 'Surface Laptop 5', expected: false },
    { manufacturer: 'HPE', product: 'ProLiant ML30 Gen11', expected: false },
    { manufacturer: 'Dell Inc.', product: null, expected: null },
    { manufacturer: '', product: 'PowerEdge T350', expected: null },
    { manufacturer: ' ', product: ' ', expected: null },
    { manufacturer: null, product: null, expected: null },
  ])('says $expected of $manufacturer $product', ({ manufacturer, product, expected }) => {
    expect(isVirtualMachine({ manufacturer, product })).toBe(expected)
  })
})
