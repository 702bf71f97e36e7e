/* Sessions of the described Windows. */
#include "described.h"
#include <wtsapi32.h>

EXPORT BOOL WINAPI WTSEnumerateSessionsW(HANDLE server, DWORD reserved, DWORD version, WTS_SESSION_INFOW **list, DWORD *count) {
  WTS_SESSION_INFOW *rows;
  if (server || reserved || version != 1) return fail(ERROR_INVALID_PARAMETER);
  rows = hand_out(COUNT(sessions) * sizeof(*rows));
  for (size_t row = 0; row < COUNT(sessions); row++) {
    rows[row].SessionId = sessions[row].id;
    rows[row].State = sessions[row].state;
    rows[row].pWinStationName = L"RDP-Tcp#0";
  }
  *list = rows;
  *count = COUNT(sessions);
  return TRUE;
}

static BOOL answer_with(const void *value, size_t length, wchar_t **buffer, DWORD *bytes) {
  *buffer = memcpy(hand_out(length), value, length);
  *bytes = (DWORD)length;
  return TRUE;
}

static BOOL answer_text(const wchar_t *text, wchar_t **buffer, DWORD *bytes) {
  return answer_with(text ? text : L"", text ? (wcslen(text) + 1) * sizeof(wchar_t) : sizeof(wchar_t), buffer, bytes);
}

EXPORT BOOL WINAPI WTSQuerySessionInformationW(HANDLE server, DWORD id, WTS_INFO_CLASS kind, wchar_t **buffer, DWORD *bytes) {
  USHORT protocol;
  if (server) return fail(ERROR_INVALID_PARAMETER);
  if (id == WTS_CURRENT_SESSION) id = READER_SESSION;
  for (size_t row = 0; row < COUNT(sessions); row++) {
    if (sessions[row].id != id) continue;
    protocol = (USHORT)sessions[row].protocol;
    switch ((int)kind) {
      case WTSSessionId: return answer_with(&id, sizeof(id), buffer, bytes);
      case WTSUserName: return answer_text(sessions[row].name, buffer, bytes);
      case WTSDomainName: return answer_text(sessions[row].domain, buffer, bytes);
      case WTSClientName: return answer_text(sessions[row].client, buffer, bytes);
      case WTSClientProtocolType: return answer_with(&protocol, sizeof(protocol), buffer, bytes);
    }
    return fail(ERROR_INVALID_PARAMETER);
  }
  return fail(ERROR_FILE_NOT_FOUND);
}

EXPORT void WINAPI WTSFreeMemory(void *memory) { take_back(memory); }
