/* A server whose sockets are of every kind, and whose processes refuse in every way. */
#include <winsock2.h>
#include "accounts.h"
#include <iphlpapi.h>
#include <tlhelp32.h>
#include <wtsapi32.h>

#define TCP_SOCKETS 2000

/* The address of a function of Windows that this library stands before. */
#define REAL(library, name) ((__typeof__(&name))(void *)GetProcAddress(GetModuleHandleW(library), #name))

static BOOL next_process(HANDLE *snapshot, PROCESSENTRY32W *entry) {
  entry->dwSize = sizeof(*entry);
  if (*snapshot) return Process32NextW(*snapshot, entry);
  *snapshot = REAL(L"kernel32.dll", CreateToolhelp32Snapshot)(TH32CS_SNAPPROCESS, 0);
  return Process32FirstW(*snapshot, entry);
}

static DWORD process_called(const wchar_t *name) {
  HANDLE snapshot = NULL;
  PROCESSENTRY32W entry;
  DWORD found = 0;
  while (!found && next_process(&snapshot, &entry)) if (!wcscmp(entry.szExeFile, name)) found = entry.th32ProcessID;
  REAL(L"kernel32.dll", CloseHandle)(snapshot);
  return found;
}

static HANDLE counted(HANDLE handle) {
  if (handle && handle != INVALID_HANDLE_VALUE) outstanding += 1;
  return handle;
}

__declspec(dllexport) HANDLE WINAPI CreateToolhelp32Snapshot(DWORD flags, DWORD process) {
  return counted(REAL(L"kernel32.dll", CreateToolhelp32Snapshot)(flags, process));
}

__declspec(dllexport) BOOL WINAPI CloseHandle(HANDLE handle) {
  outstanding -= 1;
  return REAL(L"kernel32.dll", CloseHandle)(handle);
}

/* A part of Windows and a program refuse altogether. */
__declspec(dllexport) HANDLE WINAPI OpenProcess(DWORD access, BOOL inherit, DWORD process) {
  if (access == PROCESS_QUERY_LIMITED_INFORMATION && !inherit && process != process_called(L"svchost.exe") && process != process_called(L"plugplay.exe")) {
    return counted(REAL(L"kernel32.dll", OpenProcess)(access, inherit, process));
  }
  SetLastError(ERROR_ACCESS_DENIED);
  return NULL;
}

/* Only this process shows its token. */
__declspec(dllexport) BOOL WINAPI OpenProcessToken(HANDLE process, DWORD access, HANDLE *token) {
  if (GetProcessId(process) != GetCurrentProcessId()) {
    SetLastError(ERROR_ACCESS_DENIED);
    return FALSE;
  }
  return REAL(L"advapi32.dll", OpenProcessToken)(process, access, token) && counted(*token);
}

/* Everything belongs to the system, but for services.exe, whose owner is not told. */
__declspec(dllexport) BOOL WINAPI WTSEnumerateProcessesW(HANDLE server, DWORD reserved, DWORD version, WTS_PROCESS_INFOW **processes, DWORD *count) {
  HANDLE snapshot = NULL;
  PROCESSENTRY32W entry;
  DWORD bytes = SECURITY_MAX_SID_SIZE;
  PSID sid = malloc(bytes);
  if (server || reserved || version != 1 || !CreateWellKnownSid(WinLocalSystemSid, NULL, sid, &bytes)) return FALSE;
  *processes = hand_out(1000 * sizeof(**processes));
  *count = 0;
  while (next_process(&snapshot, &entry)) {
    (*processes)[*count].ProcessId = entry.th32ProcessID;
    (*processes)[*count].pUserSid = wcscmp(entry.szExeFile, L"services.exe") ? sid : NULL;
    *count += 1;
  }
  REAL(L"kernel32.dll", CloseHandle)(snapshot);
  return TRUE;
}

__declspec(dllexport) void WINAPI WTSFreeMemory(void *memory) { take_back(memory); }

static DWORD in_network_order(WORD port) { return 0xABCD0000u | (WORD)(port << 8 | port >> 8); }

static BOOL has_room(DWORD *bytes, DWORD wanted) {
  BOOL room = *bytes >= wanted;
  *bytes = wanted;
  return room;
}

__declspec(dllexport) DWORD WINAPI GetExtendedTcpTable(void *buffer, DWORD *bytes, BOOL sorted, ULONG family, TCP_TABLE_CLASS kind, ULONG reserved) {
  if (kind != TCP_TABLE_OWNER_PID_LISTENER || reserved) return ERROR_INVALID_PARAMETER;
  if (family == AF_INET6) {
    MIB_TCP6TABLE_OWNER_PID *table = buffer;
    if (!has_room(bytes, sizeof(*table) + sizeof(*table->table))) return ERROR_INSUFFICIENT_BUFFER;
    table->dwNumEntries = 2;
    memcpy(table->table[0].ucLocalAddr, "\xfe\x80\0\0\0\0\0\0\0\0\0\0\0\0\0\x01", 16);
    table->table[0].dwLocalScopeId = 12;
    table->table[0].dwLocalPort = in_network_order(22);
    table->table[0].dwOwningPid = GetCurrentProcessId();
    memcpy(table->table[1].ucLocalAddr, "\0\0\0\0\0\0\0\0\0\0\xff\xff\x7f\0\0\x01", 16);
    table->table[1].dwLocalPort = in_network_order(443);
    table->table[1].dwOwningPid = process_called(L"plugplay.exe");
    return NO_ERROR;
  }
  MIB_TCPTABLE_OWNER_PID *table = buffer;
  if (!has_room(bytes, sizeof(*table) + (TCP_SOCKETS - 1) * sizeof(*table->table))) return ERROR_INSUFFICIENT_BUFFER;
  table->dwNumEntries = TCP_SOCKETS;
  for (DWORD index = 0; index < TCP_SOCKETS; index++) {
    table->table[index].dwState = MIB_TCP_STATE_LISTEN;
    memcpy(&table->table[index].dwLocalAddr, "\x7f\0\0\x01", 4);
    table->table[index].dwLocalPort = in_network_order((WORD)(63000 + index));
    table->table[index].dwOwningPid = GetCurrentProcessId();
  }
  return NO_ERROR;
}

__declspec(dllexport) DWORD WINAPI GetExtendedUdpTable(void *buffer, DWORD *bytes, BOOL sorted, ULONG family, UDP_TABLE_CLASS kind, ULONG reserved) {
  MIB_UDP6TABLE_OWNER_PID *table = buffer;
  if (family == AF_INET) return ERROR_NOT_SUPPORTED;
  if (kind != UDP_TABLE_OWNER_PID || !has_room(bytes, sizeof(*table))) return ERROR_INVALID_PARAMETER;
  table->dwNumEntries = 1;
  memset(table->table, 0, sizeof(*table->table));
  table->table[0].dwLocalPort = in_network_order(65535);
  return NO_ERROR;
}
