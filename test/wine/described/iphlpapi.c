/* Sockets of the described Windows that wait for somebody. */
#include <winsock2.h>
#include <ws2tcpip.h>
#include "described.h"
#include <iphlpapi.h>

static DWORD matching(int udp, ULONG family, const struct described_socket **found) {
  DWORD count = 0;
  for (size_t row = 0; row < COUNT(sockets); row++) {
    if (sockets[row].udp == udp && sockets[row].ipv6 == (family == AF_INET6)) found[count++] = &sockets[row];
  }
  return count;
}

/* Whether a table of `needed` bytes fits. */
static BOOL fits(DWORD *bytes, size_t needed) {
  BOOL fit = *bytes >= needed;
  *bytes = (DWORD)needed;
  return fit;
}

EXPORT DWORD WINAPI GetExtendedTcpTable(void *table, DWORD *bytes, BOOL sorted, ULONG family, TCP_TABLE_CLASS kind, ULONG reserved) {
  const struct described_socket *found[COUNT(sockets)];
  DWORD count = matching(FALSE, family, found);
  MIB_TCPTABLE_OWNER_PID *v4 = table;
  MIB_TCP6TABLE_OWNER_PID *v6 = table;
  if (kind != TCP_TABLE_OWNER_PID_LISTENER || reserved) return ERROR_INVALID_PARAMETER;
  if (!fits(bytes, family == AF_INET6 ? sizeof(*v6) + count * sizeof(*v6->table) : sizeof(*v4) + count * sizeof(*v4->table))) return ERROR_INSUFFICIENT_BUFFER;
  v4->dwNumEntries = count;
  for (DWORD row = 0; row < count; row++) {
    if (family == AF_INET6) {
      InetPtonW(AF_INET6, found[row]->address, v6->table[row].ucLocalAddr);
      v6->table[row].dwLocalPort = htons(found[row]->port);
      v6->table[row].dwState = MIB_TCP_STATE_LISTEN;
      v6->table[row].dwOwningPid = found[row]->process;
    } else {
      InetPtonW(AF_INET, found[row]->address, &v4->table[row].dwLocalAddr);
      v4->table[row].dwLocalPort = htons(found[row]->port);
      v4->table[row].dwState = MIB_TCP_STATE_LISTEN;
      v4->table[row].dwOwningPid = found[row]->process;
    }
  }
  return NO_ERROR;
}

EXPORT DWORD WINAPI GetExtendedUdpTable(void *table, DWORD *bytes, BOOL sorted, ULONG family, UDP_TABLE_CLASS kind, ULONG reserved) {
  const struct described_socket *found[COUNT(sockets)];
  DWORD count = matching(TRUE, family, found);
  MIB_UDPTABLE_OWNER_PID *v4 = table;
  MIB_UDP6TABLE_OWNER_PID *v6 = table;
  if (kind != UDP_TABLE_OWNER_PID || reserved) return ERROR_INVALID_PARAMETER;
  if (!fits(bytes, family == AF_INET6 ? sizeof(*v6) + count * sizeof(*v6->table) : sizeof(*v4) + count * sizeof(*v4->table))) return ERROR_INSUFFICIENT_BUFFER;
  v4->dwNumEntries = count;
  for (DWORD row = 0; row < count; row++) {
    if (family == AF_INET6) {
      InetPtonW(AF_INET6, found[row]->address, v6->table[row].ucLocalAddr);
      v6->table[row].dwLocalPort = htons(found[row]->port);
      v6->table[row].dwOwningPid = found[row]->process;
    } else {
      InetPtonW(AF_INET, found[row]->address, &v4->table[row].dwLocalAddr);
      v4->table[row].dwLocalPort = htons(found[row]->port);
      v4->table[row].dwOwningPid = found[row]->process;
    }
  }
  return NO_ERROR;
}
