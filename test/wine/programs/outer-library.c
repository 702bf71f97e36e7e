__declspec(dllimport) int inner(void);
__declspec(dllexport) int outer(void) { return inner(); }
