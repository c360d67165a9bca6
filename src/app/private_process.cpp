#include "app/private_process.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "base/log.h"

namespace doorstep::app {

void make_files_private() { ::umask(S_IRWXG | S_IRWXO); }

void keep_memory_private() {
    rlimit const none{0, 0};
    bool const done = ::setrlimit(RLIMIT_CORE, &none) == 0 && ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
    if (!done) log::warning("A crash may leave a core dump: keep them off on this machine", {});
}

}  // namespace doorstep::app
