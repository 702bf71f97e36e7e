/** What the firmware says of the machine: values of HKLM\HARDWARE\DESCRIPTION\System\BIOS; null: not readable or not there. */
export interface FirmwareNames {
  readonly manufacturer: string | null
  readonly product: string | null
}

/**
 * Names that hypervisors give to the machines that they make.
 *
 * `Virtual Machine` is Hyper-V's product, whose manufacturer is that of real machines, too.
 */
const VIRTUAL = [
  /\bvirtual machine\b/i,
  /\bvmware/i,
  /\bvirtualbox|\binnotek\b/i,
  /\bqemu|\bkvm\b|\bbochs\b/i,
  /\bxen\b|\bhvm domu\b/i,
  /\bparallels\b/i,
  /\bbhyve\b/i,
  /\bnutanix\b|^ahv$/i,
  /\bopenstack\b|\bovirt\b|\brhev\b|\bproxmox\b/i,
  /\bamazon ec2\b|\bgoogle compute engine\b|\balibaba cloud\b|\bdigitalocean\b|\bvserver\b/i,
]

/** Null: the firmware says too little to tell. */
export function isVirtualMachine({ manufacturer, product }: FirmwareNames): boolean | null {
  const names = [manufacturer, product].map((name) => name?.trim() ?? '')
  if (names.some((name) => VIRTUAL.some((pattern) => pattern.test(name)))) return true
  return names.includes('') ? null : false
}
