/**
 * Cipher suites that a ClientHello of ours offers, by the numbers of IANA's registry.
 *
 * Far more than is good: the question is what a server takes, not what it should. The order is that of strength. Suites without
 * authentication or encryption are left out, because no browser ever offered them, and so is the fallback signal (0x5600), which tells
 * a server to refuse old versions.
 */
export const cipherSuites: readonly number[] = [
  // elliptic curves with AEAD, then finite field, then RSA key exchange
  0xc02b, 0xc02f, 0xcca9, 0xcca8, 0xc02c, 0xc030, 0x009e, 0x009f, 0xccaa, 0x009c, 0x009d,
  // CBC with SHA-2
  0xc023, 0xc027, 0xc024, 0xc028, 0x0067, 0x006b, 0x003c, 0x003d,
  // AES CBC with SHA-1, which is as good as old versions get
  0xc009, 0xc013, 0xc00a, 0xc014, 0x0033, 0x0039, 0x0032, 0x0038, 0x002f, 0x0035,
  // Camellia, SEED, IDEA
  0x0045, 0x0088, 0x0041, 0x0084, 0x0096, 0x0007,
  // 3DES
  0xc008, 0xc012, 0x0016, 0x0013, 0x000a,
  // RC4
  0xc007, 0xc011, 0x0005, 0x0004,
  // DES and export grade
  0x0015, 0x0012, 0x0009, 0x0014, 0x0011, 0x0008, 0x0006, 0x0003,
]
