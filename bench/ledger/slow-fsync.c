// Makes every flush take FSYNC_US microseconds longer, as on the disk of a clinic's PC.
// cc -shared -fPIC -O2 slow-fsync.c -o slow-fsync.so -ldl, then LD_PRELOAD.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int flush(const char *name, int file) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  const char *text = getenv("FSYNC_US");
  long microseconds = text ? atol(text) : 0;
  struct timespec pause = {microseconds / 1000000, microseconds % 1000000 * 1000};
  if (microseconds > 0) nanosleep(&pause, NULL);
  return real(file);
}

int fsync(int file) { return flush("fsync", file); }
int fdatasync(int file) { return flush("fdatasync", file); }
