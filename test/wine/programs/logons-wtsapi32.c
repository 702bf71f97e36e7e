/* Sessions of a made server. REFUSE: the code that everything refuses with. */
#include "accounts.h"
#include <wtsapi32.h>

#ifndef REFUSE
#define REFUSE 0
#endif

/* WTS_PROTOCOL_TYPE_ of the Windows SDK, which these headers leave out. */
enum { CONSOLE_PROTOCOL = 0, RDP_PROTOCOL = 2 };

struct session {
  DWORD id;
  WTS_CONNECTSTATE_CLASS state;
  const wchar_t *domain, *user, *client;
  USHORT protocol;
  DWORD refuse;
};

static const struct session sessions[] = {
    {0, WTSDisconnected, L"", L"", L"", CONSOLE_PROTOCOL, 0},
    {1, WTSActive, L"ERP01", L"Jürgen №1", L"", CONSOLE_PROTOCOL, 0},
    {2, WTSDisconnected, L"ACME", L"clerk", L"", CONSOLE_PROTOCOL, 0},
    {3, WTSActive, L"ACME", L"boss", L"LAPTOP-7", RDP_PROTOCOL, 0},
    {4, WTSActive, L"ACME", L"closed", L"", RDP_PROTOCOL, ERROR_ACCESS_DENIED},
    {5, WTSShadow, L"", L"nobody's", L"", RDP_PROTOCOL, 0},
    {65536, WTSListen, L"", L"", L"", RDP_PROTOCOL, 0},
};

/* The session that this runs in. */
enum { OWN_SESSION = 3 };

static BOOL fail(DWORD code) {
  SetLastError(code);
  return FALSE;
}

__declspec(dllexport) BOOL WINAPI WTSEnumerateSessionsW(HANDLE server, DWORD reserved, DWORD version, WTS_SESSION_INFOW **rows, DWORD *count) {
  if (REFUSE) return fail(REFUSE);
  if (server != WTS_CURRENT_SERVER_HANDLE || reserved || version != 1) return fail(ERROR_INVALID_PARAMETER);
  *rows = hand_out(sizeof(sessions));
  *count = COUNT(sessions);
  for (size_t index = 0; index < COUNT(sessions); index++) {
    (*rows)[index].SessionId = sessions[index].id;
    (*rows)[index].State = sessions[index].state;
    (*rows)[index].pWinStationName = L"Services";
  }
  return TRUE;
}

static BOOL give(const void *bytes, size_t size, wchar_t **buffer, DWORD *length) {
  *buffer = hand_out(size);
  memcpy(*buffer, bytes, size);
  *length = (DWORD)size;
  return TRUE;
}

static BOOL give_text(const wchar_t *text, wchar_t **buffer, DWORD *length) {
  return give(text, (wcslen(text) + 1) * sizeof(*text), buffer, length);
}

__declspec(dllexport) BOOL WINAPI WTSQuerySessionInformationW(HANDLE server, DWORD id, WTS_INFO_CLASS kind, wchar_t **buffer, DWORD *length) {
  if (REFUSE) return fail(REFUSE);
  if (server != WTS_CURRENT_SERVER_HANDLE) return fail(ERROR_INVALID_PARAMETER);
  if (id == WTS_CURRENT_SESSION) id = OWN_SESSION;
  for (size_t index = 0; index < COUNT(sessions); index++) {
    const struct session *session = &sessions[index];
    if (session->id != id) continue;
    if (session->refuse) return fail(session->refuse);
    if (kind == WTSSessionId) return give(&session->id, sizeof(session->id), buffer, length);
    if (kind == WTSUserName) return give_text(session->user, buffer, length);
    if (kind == WTSDomainName) return give_text(session->domain, buffer, length);
    if (kind == WTSClientName) return give_text(session->client, buffer, length);
    if (kind == WTSClientProtocolType) return give(&session->protocol, sizeof(session->protocol), buffer, length);
    return fail(ERROR_INVALID_PARAMETER);
  }
  return fail(ERROR_FILE_NOT_FOUND);
}

__declspec(dllexport) void WINAPI WTSFreeMemory(void *memory) { take_back(memory); }
