/* The name of the described Windows, the time since its start, its processes and its handles. */
#include "described.h"
#include <tlhelp32.h>

/* The function of the same name in Windows itself. */
static FARPROC windows_has(const char *function) { return GetProcAddress(GetModuleHandleW(L"kernel32.dll"), function); }

EXPORT BOOL WINAPI GetComputerNameExW(COMPUTER_NAME_FORMAT format, wchar_t *buffer, DWORD *characters) {
  DWORD length = (DWORD)wcslen(COMPUTER_NAME);
  if (format != ComputerNameNetBIOS) return fail(ERROR_INVALID_PARAMETER);
  if (*characters <= length) {
    *characters = length + 1;
    return fail(ERROR_MORE_DATA);
  }
  wcscpy(buffer, COMPUTER_NAME);
  *characters = length;
  return TRUE;
}

EXPORT ULONGLONG WINAPI GetTickCount64(void) { return UPTIME_MS; }

EXPORT BOOL WINAPI CloseHandle(HANDLE handle) {
  int kind = kind_of(handle);
  if (kind >= 0) return close_handle(handle, kind);
  return ((BOOL(WINAPI *)(HANDLE))windows_has("CloseHandle"))(handle);
}

/* The idle process stands in front of the table, with the number 0. */
static BOOL entry_of(HANDLE snapshot, PROCESSENTRY32W *entry, int row) {
  if (kind_of(snapshot) != SNAPSHOT || entry->dwSize != sizeof(*entry)) return fail(ERROR_INVALID_PARAMETER);
  if (row >= (int)COUNT(processes)) return fail(ERROR_NO_MORE_FILES);
  entry->th32ProcessID = row < 0 ? 0 : PROCESS_ID(row);
  wcscpy(entry->szExeFile, row < 0 ? L"[System Process]" : processes[row].name);
  return TRUE;
}

static int next_row;

EXPORT HANDLE WINAPI CreateToolhelp32Snapshot(DWORD flags, DWORD process) {
  if (flags == TH32CS_SNAPPROCESS && process == 0) return open_handle(SNAPSHOT, 0);
  fail(ERROR_INVALID_PARAMETER);
  return INVALID_HANDLE_VALUE;
}

EXPORT BOOL WINAPI Process32FirstW(HANDLE snapshot, PROCESSENTRY32W *entry) {
  next_row = 0;
  return entry_of(snapshot, entry, -1);
}

EXPORT BOOL WINAPI Process32NextW(HANDLE snapshot, PROCESSENTRY32W *entry) { return entry_of(snapshot, entry, next_row++); }

EXPORT HANDLE WINAPI OpenProcess(DWORD access, BOOL inherit, DWORD id) {
  if (access == PROCESS_QUERY_LIMITED_INFORMATION && !inherit && id != 0 && id % 4 == 0 && id / 4 <= COUNT(processes)) return open_handle(PROCESS, id / 4 - 1);
  fail(access == PROCESS_QUERY_LIMITED_INFORMATION ? ERROR_INVALID_PARAMETER : ERROR_ACCESS_DENIED);
  return NULL;
}

EXPORT BOOL WINAPI QueryFullProcessImageNameW(HANDLE process, DWORD flags, wchar_t *path, DWORD *characters) {
  int row = index_of(process, PROCESS);
  if (row < 0 || flags) return fail(ERROR_INVALID_HANDLE);
  if (!processes[row].path) return fail(ERROR_GEN_FAILURE);
  if (*characters <= wcslen(processes[row].path)) return fail(ERROR_INSUFFICIENT_BUFFER);
  wcscpy(path, processes[row].path);
  *characters = (DWORD)wcslen(path);
  return TRUE;
}
