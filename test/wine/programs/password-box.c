/* The window of a made sync tool. Arguments: what kind of field it has, a prefix for the files that it writes. It ends once PREFIX.stop is
   there and then writes what the field holds, each unit one more than its own, so that the file does not hold what was typed. */
#include <windows.h>
#include <stdio.h>
#include <string.h>

#define LIMIT_MS 60000

static const char *kind, *prefix;
static HWND window, field, other;

static void path_of(char *path, const char *end) { sprintf(path, "%s.%s", prefix, end); }

static void write_file(const char *end, const char *text) {
  char path[MAX_PATH];
  FILE *file;
  path_of(path, end);
  file = fopen(path, "wb");
  fputs(text, file);
  fclose(file);
}

static int is_there(const char *end) {
  char path[MAX_PATH];
  path_of(path, end);
  return GetFileAttributesA(path) != INVALID_FILE_ATTRIBUTES;
}

static int is_kind(const char *name) { return !strcmp(kind, name); }

static LRESULT CALLBACK procedure(HWND self, UINT message, WPARAM wide, LPARAM wanted) {
  /* The focus leaves while keys are on their way. */
  if (message == WM_COMMAND && HIWORD(wide) == EN_CHANGE && is_kind("leaving") && GetWindowTextLengthW(field) == 3) SetFocus(other);
  return DefWindowProcW(self, message, wide, wanted);
}

static void write_content(void) {
  WCHAR text[300];
  char line[2000] = "";
  int length = GetWindowTextW(field, text, 300);
  for (int index = 0; index < length; index++) sprintf(line + strlen(line), "%s%u", index ? " " : "", text[index] + 1);
  write_file("content", line);
}

int main(int count, char **arguments) {
  WNDCLASSW class = {0};
  DWORD style = WS_CHILD | WS_VISIBLE | ES_AUTOHSCROLL, end = GetTickCount() + LIMIT_MS;
  MSG message;
  if (count < 3) return 2;
  kind = arguments[1];
  prefix = arguments[2];
  class.lpfnWndProc = procedure;
  class.hInstance = GetModuleHandleW(NULL);
  class.lpszClassName = L"MadeSyncTool";
  if (!RegisterClassW(&class)) return 3;
  window = CreateWindowExW(0, L"MadeSyncTool", L"Sync tool", WS_OVERLAPPEDWINDOW | WS_VISIBLE, 0, 0, 400, 200, NULL, NULL, class.hInstance, NULL);
  if (!is_kind("plain")) style |= ES_PASSWORD;
  if (is_kind("locked")) style |= ES_READONLY;
  field = CreateWindowExW(0, is_kind("button") ? L"BUTTON" : L"EDIT", L"", style, 10, 10, 300, 24, window, NULL, class.hInstance, NULL);
  other = CreateWindowExW(0, L"EDIT", L"", WS_CHILD | WS_VISIBLE, 10, 50, 300, 24, window, NULL, class.hInstance, NULL);
  if (!window || !field || !other) return 4;
  if (is_kind("short")) SendMessageW(field, EM_SETLIMITTEXT, 5, 0);
  if (is_kind("filled")) SetWindowTextW(field, L"old");
  SetForegroundWindow(window);
  SetFocus(is_kind("unfocused") ? NULL : field);
  write_file("ready", "");
  while (GetTickCount() < end && !is_there("stop")) {
    while (PeekMessageW(&message, NULL, 0, 0, PM_REMOVE)) {
      TranslateMessage(&message);
      DispatchMessageW(&message);
    }
    MsgWaitForMultipleObjects(0, NULL, FALSE, 20, QS_ALLINPUT);
  }
  write_content();
  return 0;
}
