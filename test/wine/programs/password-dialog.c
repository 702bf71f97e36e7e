/* A credui.dll whose dialog is answered at once: what it was shown goes to a file, and what is "typed" stands in another one. */
#include <windows.h>
#include <wincred.h>
#include <stdio.h>

__declspec(dllexport) int StandInOutstanding(void) { return 0; }

static void note(FILE *notes, const char *name, const WCHAR *text) {
  char bytes[4096];
  WideCharToMultiByte(CP_UTF8, 0, text ? text : L"(none)", -1, bytes, sizeof bytes, NULL, NULL);
  fprintf(notes, "%s %s\n", name, bytes);
}

__declspec(dllexport) DWORD WINAPI CredUIPromptForCredentialsW(PCREDUI_INFOW info, PCWSTR target, PCtxtHandle reserved, DWORD error,
                                                               PWSTR user, ULONG user_length, PWSTR password, ULONG password_length,
                                                               BOOL *save, DWORD flags) {
  /* A person takes their time; whoever asks goes on meanwhile. */
  Sleep(1500);
  FILE *notes = fopen("asked.txt", "ab");
  fprintf(notes, "size %lu thread %lu flags %lx reserved %p error %lu lengths %lu %lu\n", info->cbSize, GetCurrentThreadId() != 0, flags,
          (void *)reserved, error, user_length, password_length);
  note(notes, "message", info->pszMessageText);
  note(notes, "caption", info->pszCaptionText);
  note(notes, "target", target);
  note(notes, "user", user);
  fclose(notes);
  FILE *answer = fopen("typed.txt", "rb");
  if (!answer) return ERROR_CANCELLED;
  char bytes[1024];
  size_t read = fread(bytes, 1, sizeof bytes - 1, answer);
  fclose(answer);
  bytes[read] = 0;
  MultiByteToWideChar(CP_UTF8, 0, bytes, -1, password, password_length);
  *save = FALSE;
  return NO_ERROR;
}
