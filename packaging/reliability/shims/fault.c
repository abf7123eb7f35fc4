/* Preloaded before a program that arms it by ctypes: the n-th call of a kind on the files of one folder fails,
   or every sync there takes its time.

   Kinds: 0 open, 1 read, 2 write, 3 sync, 4 unlink, 5 rename. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
static char folder[4096], watched[4096];
static int armed = -1, first, last, number, seen, hits, paused, after, slow_ms;

void fault_folder(const char *path) { strncpy(folder, path, sizeof folder - 1); }
/* From the nth call on, `count` calls fail with this errno (0: the process is killed
   there, -1: a write says that it was done and was not); done_first: they do their work and fail
   all the same. */
void fault_arm(int kind, int nth, int count, int error, int done_first) {
    pthread_mutex_lock(&one);
    armed = kind, first = nth, last = nth + count - 1, number = error, after = done_first, seen = hits = 0;
    pthread_mutex_unlock(&one);
}
int fault_hits(void) { return hits; }
void fault_pause(int on) { paused = on; }
void fault_slow(int milliseconds) { slow_ms = milliseconds; }

static int ours(const char *path) {
    size_t n = strlen(folder);
    return n && !strncmp(path, folder, n) && (path[n] == 0 || path[n] == '/');
}
static int known(int fd) { return fd >= 0 && fd < (int)sizeof watched && watched[fd]; }
static int fails(int kind) {
    pthread_mutex_lock(&one);
    int hit = kind == armed && !paused && ++seen >= first && seen <= last;
    hits += hit;
    pthread_mutex_unlock(&one);
    return hit;
}
static int refuse(void) {
    if (!number) kill(getpid(), SIGKILL);
    errno = number;
    return -1;
}
static ssize_t refuse_to_move(size_t n) { return number == -1 ? (ssize_t)n : refuse(); }

#define OPEN(name) int name(const char *path, int flags, ...) { \
    va_list rest; va_start(rest, flags); int mode = va_arg(rest, int); va_end(rest); \
    if (ours(path) && fails(0)) return refuse(); \
    int fd = REAL(name)(path, flags, mode); \
    if (fd >= 0 && fd < (int)sizeof watched) watched[fd] = ours(path); \
    return fd; }
OPEN(open) OPEN(open64)

#define MOVE(name, kind, type, off) ssize_t name(int fd, type data, size_t n, off at) { \
    return known(fd) && fails(kind) ? refuse_to_move(n) : REAL(name)(fd, data, n, at); }
MOVE(pread, 1, void *, off_t) MOVE(pread64, 1, void *, off64_t)
MOVE(pwrite, 2, const void *, off_t) MOVE(pwrite64, 2, const void *, off64_t)

/* A SQLite built without pread and pwrite seeks first. */
ssize_t read(int fd, void *data, size_t n) { return known(fd) && fails(1) ? refuse_to_move(n) : REAL(read)(fd, data, n); }
ssize_t write(int fd, const void *data, size_t n) { return known(fd) && fails(2) ? refuse_to_move(n) : REAL(write)(fd, data, n); }

#define SYNC(name) int name(int fd) { \
    if (known(fd) && slow_ms) { struct timespec t = {slow_ms / 1000, slow_ms % 1000 * 1000000L}; nanosleep(&t, 0); } \
    if (!known(fd) || !fails(3)) return REAL(name)(fd); \
    if (after) REAL(name)(fd); \
    return refuse(); }
SYNC(fsync) SYNC(fdatasync)

int unlink(const char *path) {
    if (!ours(path) || !fails(4)) return REAL(unlink)(path);
    if (after) REAL(unlink)(path);
    return refuse();
}
int rename(const char *old, const char *new) {
    if (!ours(new) || !fails(5)) return REAL(rename)(old, new);
    if (after) REAL(rename)(old, new);
    return refuse();
}
int close(int fd) { if (known(fd)) watched[fd] = 0; return REAL(close)(fd); }
