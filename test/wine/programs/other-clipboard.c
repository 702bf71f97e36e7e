/* Another program that uses the clipboard. "read FILE": writes formats and bytes, those of text one more than their own. "replace": puts a
   text of its own there. "hold MILLISECONDS FILE": keeps it open, and writes the file once it does. */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int read_to(const char *path) {
  FILE *file = fopen(path, "wb");
  UINT format = 0;
  char name[200];
  if (!file || !OpenClipboard(NULL)) return 3;
  while ((format = EnumClipboardFormats(format))) {
    HANDLE memory = GetClipboardData(format);
    const BYTE *bytes = memory ? GlobalLock(memory) : NULL;
    if (!GetClipboardFormatNameA(format, name, sizeof(name))) sprintf(name, "%u", format);
    fprintf(file, "%s:", name);
    if (format == CF_UNICODETEXT && bytes)
      for (const WCHAR *unit = (const WCHAR *)bytes; *unit; unit++) fprintf(file, " %u", *unit + 1);
    else if (format >= 0xC000 && bytes)
      for (SIZE_T index = 0; index < GlobalSize(memory); index++) fprintf(file, " %u", bytes[index]);
    fprintf(file, "\n");
    if (bytes) GlobalUnlock(memory);
  }
  CloseClipboard();
  fclose(file);
  return 0;
}

static int replace(void) {
  static const WCHAR text[] = L"somebody else's";
  HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, sizeof(text));
  memcpy(GlobalLock(memory), text, sizeof(text));
  GlobalUnlock(memory);
  if (!OpenClipboard(NULL)) return 3;
  EmptyClipboard();
  SetClipboardData(CF_UNICODETEXT, memory);
  CloseClipboard();
  return 0;
}

static int hold(DWORD duration, const char *path) {
  if (!OpenClipboard(NULL)) return 3;
  fclose(fopen(path, "wb"));
  Sleep(duration);
  CloseClipboard();
  return 0;
}

int main(int count, char **arguments) {
  if (count == 3 && !strcmp(arguments[1], "read")) return read_to(arguments[2]);
  if (count == 2 && !strcmp(arguments[1], "replace")) return replace();
  if (count == 4 && !strcmp(arguments[1], "hold")) return hold(atoi(arguments[2]), arguments[3]);
  return 2;
}
